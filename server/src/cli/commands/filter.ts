import { visibleJson } from '../../core/visible';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { usefulThreads } from '../analyser';
import { command } from '../command';
import { EXPORT_OPTIONS, prepareExport } from '../export/prepare';
import { exportTask, formatOf, type ExportSetup } from '../export/task';
import { STANDARD_INPUT, type Inputs } from '../inputs';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print, tell } from '../terminal';
import { t } from '@vscode/l10n';

/** Formats in which an issue is JSON, on one line or several. */
const JSON_FORMATS = EXPORT_FORMATS.filter(({ mimeType }) => mimeType.includes('json')).map(({ id }) => id);

/** `galley filter`: NDJSON in, NDJSON out, for programs that run many filters at the same time. */
export const filter = command({
  name: 'filter',
  summary: 'Read issues as NDJSON from standard input and write their exports as NDJSON.',
  takesPaths: false,
  options: {
    format: { type: 'string', choices: JSON_FORMATS, description: 'Export format (default: json).' },
    offsets: EXPORT_OPTIONS.offsets,
    jobs: {
      type: 'string',
      value: 'N',
      description: 'Number of issues to process in parallel (default: 1, without threads).',
    },
  },
  async run({ jobs = '1', ...options }) {
    const setup = await prepareExport(options, []);
    let problems = 0;
    const complete = await runJob(
      RECORDS,
      { task: filterTask, setup, mode: 'issue' },
      { jobs, 'fail-fast': false, quiet: true },
      {
        prints: true,
        take: print,
        async refuse({ name, problem }) {
          problems++;
          await print(`${visibleJson({ id: name ?? null, error: problem })}\n`);
        },
      },
    );
    if (complete) return 0;
    tell(
      t(
        'Records that could not be read or exported: {0}. Each is reported on a line with its id and “error”.',
        problems,
      ),
    );
    return 2;
  },
});

/** Standard input, each line of which is answered. */
const RECORDS: Inputs = {
  paths: [STANDARD_INPUT],
  base: '',
  archives: 1,
  standardInput: 'records',
  problems: [],
  notes: [],
  folderOf: () => '',
  isOne: false,
};

/** An export as lines of JSON. */
export const filterTask: Task<ExportSetup, string> = {
  name: 'filter',
  usefulThreads: ({ analyser }) => usefulThreads(analyser),
  async prepare(setup) {
    const { problems, work } = await exportTask.prepare(setup);
    const asLines = linesOf(formatOf(setup.format));
    return {
      problems,
      async work(source, note) {
        const { files } = await work(source, note);
        return files.flatMap(({ chunks, isCompanion }) => (isCompanion ? [] : asLines(chunks.join('')))).join('');
      },
    };
  },
};

/** Formats that are made of lines stay as they are, and another becomes one line. */
function linesOf({ mimeType }: ExportFormat): (text: string) => string {
  if (/ndjson|jsonl/.test(mimeType)) return (text) => text;
  return (text) => `${visibleJson(JSON.parse(text))}\n`;
}
