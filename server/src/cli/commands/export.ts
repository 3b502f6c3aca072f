import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { asRecognised } from '../../annotations/recognised';
import type { LabelSet } from '../../annotations/labels/schema';
import { leftOutSentence } from '../../export/annotations/leftOut';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import type { OffsetUnit } from '../../export/schema';
import { clashIn, exportNameOf, filesOfIssue, writeToFolder, writeToStream, type IssueFiles } from '../../export/write';
import { findLabels } from '../../host/node/labelFile';
import { sha256Of } from '../../host/node/digest';
import { outputFolder } from '../../host/node/output';
import { Problem } from '../../host/node/problem';
import { loadAnalyser, readAnalyserSetup, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, namesBelowCommonFolder, STANDARD_INPUT, workspaceFolders } from '../inputs';
import { RUN_OPTIONS } from '../run/options';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print, shownPath, tell } from '../terminal';

/** `galley export`: issues as structured data, in one of the formats of export/. */
export const exportCommand = command({
  name: 'export',
  summary: 'Export issues as structured data.',
  takesPaths: true,
  options: {
    format: {
      type: 'string',
      choices: EXPORT_FORMATS.map(({ id }) => id),
      description: 'Export format (default: json).',
    },
    out: {
      type: 'string',
      value: 'DIR',
      description: 'Write one file per issue to this folder instead of printing.',
    },
    force: { type: 'boolean', description: 'Let --out overwrite files that no export wrote.' },
    offsets: {
      type: 'string',
      choices: ['utf16', 'codepoint'],
      description: 'Unit of offsets (default: utf16).',
    },
    text: {
      type: 'string',
      choices: ['corrected', 'original'],
      description:
        'The text as it is, or as it was recognised before the corrections in the sidecar (default: corrected).',
    },
    spreadsheet: {
      type: 'boolean',
      description: "CSV for a spreadsheet program: with a byte order mark, and ' before what it would compute.",
    },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
  },
  async run(
    { format: id = 'json', out, offsets = 'utf16', text = 'corrected', spreadsheet, force, settings, ...options },
    args,
  ) {
    const format = formatOf(id);
    if (spreadsheet && !format.isTable) throw new Problem(t('The option {0} is only for CSV.', '--spreadsheet'));
    const inputs = await findInputs(args, options);
    if (out !== undefined) refuseClash(inputs.paths, format);
    const allFindings = format.needs.includes('diagnostics');
    const analyser = await readAnalyserSetup({ settings, inputs: args, allFindings });
    const { labels, problems } = await findLabels(workspaceFolders(args));
    problems.forEach(tell);
    const writer =
      out === undefined
        ? writeToStream(format, print, inputs)
        : writeToFolder(
            format,
            outputFolder(out, {
              inputs: inputs.paths.filter((path) => path !== STANDARD_INPUT),
              replaceable: format.signature,
              force,
            }),
          );
    const setup: ExportSetup = { analyser, format: id, offsetUnit: offsets, text, spreadsheet, labels };
    const complete = await runJob(inputs, { task: exportTask, setup, mode: 'issue' }, options, {
      prints: out === undefined,
      evenUnread: out !== undefined,
      take: (files) => writer.add(files, labels),
    });
    await writer.end();
    return complete ? 0 : 2;
  },
});

interface ExportSetup {
  readonly analyser: AnalyserSetup;
  /** Its id. */
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  readonly text: 'corrected' | 'original';
  readonly spreadsheet: boolean;
  readonly labels: LabelSet;
}

export const exportTask: Task<ExportSetup, IssueFiles> = {
  name: 'export',
  async prepare({ analyser: analyserSetup, format: id, text, ...options }) {
    const { analyser, problems } = await loadAnalyser(analyserSetup);
    const format = formatOf(id);
    return {
      problems,
      work(source, note) {
        const exported = text === 'original' ? asRecognised(source) : source;
        const analysis = analyser.analyse(exported);
        const refusal = format.refuses?.(analysis);
        if (refusal !== undefined) throw new Problem(refusal);
        const leftOut = leftOutSentence(format, analysis, { path: shownPath(source.path) });
        if (leftOut !== undefined) note(leftOut);
        return filesOfIssue(format, analysis, {
          ...options,
          version,
          name: exportName(source.name),
          // The digest belongs to the text that is exported, even if no file has it.
          sha256: sha256Of(exported === source ? source.bytes : Buffer.from(exported.text)),
        });
      },
    };
  },
};

/** The name of an issue's exports, given that of the issue. */
function exportName(name: string | undefined): string {
  return name === undefined ? 'stdin' : exportNameOf(name);
}

/** Throws a `Problem` if the exports of two files would go to one. What is in archives is not known before it is read. */
function refuseClash(paths: readonly string[], { extension }: ExportFormat): void {
  const nameOf = namesBelowCommonFolder(paths);
  const names = new Map(paths.map((path) => [path, exportName(nameOf(path))]));
  const clash = clashIn(names);
  if (!clash) return;
  const [path, other] = clash;
  throw new Problem(t('{0} and {1} would both be exported to {2}.', path, other, `${names.get(other)}${extension}`));
}

function formatOf(id: string): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (!format) throw new Problem(t('There is no format {0}.', id));
  return format;
}
