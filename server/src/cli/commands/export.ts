import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { asRecognised } from '../../annotations/recognised';
import type { LabelSet } from '../../annotations/labels/schema';
import { leftOutSentence } from '../../export/annotations/leftOut';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import type { OffsetUnit } from '../../export/schema';
import {
  clashIn,
  contentsOf,
  exportNameOf,
  filesOfIssue,
  writeToFolder,
  writeToStream,
  type IssueFiles,
  type IssueFilesWriter,
} from '../../export/write';
import type { LabelUse } from '../../export/annotations/labelsInUse';
import { findLabels } from '../../host/node/labelFile';
import { sha256Of } from '../../host/node/digest';
import { outputFolder, type NodeOutputFolder } from '../../host/node/output';
import { Problem } from '../../host/problem';
import { loadAnalyser, readAnalyserSetup, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, namesBelowCommonFolder, STANDARD_INPUT, workspaceFolders } from '../inputs';
import { RUN_OPTIONS } from '../run/options';
import { journalFor, RESUME_OPTION } from '../run/journal';
import { runJob, type RunJournal } from '../run/run';
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
    ...RESUME_OPTION,
  },
  async run(
    {
      format: id = 'json',
      out,
      offsets = 'utf16',
      text = 'corrected',
      spreadsheet,
      force,
      resume,
      settings,
      ...options
    },
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
    const guard = {
      inputs: inputs.paths.filter((path) => path !== STANDARD_INPUT),
      replaceable: format.signature,
      force,
    };
    const folder = out === undefined ? undefined : outputFolder(out, guard);
    const writer = folder ? writeToFolder(format, folder) : writeToStream(format, print, inputs);
    const setup: ExportSetup = { analyser, format: id, offsetUnit: offsets, text, spreadsheet, labels };
    const journal = await journalFor(inputs, { out, kind: 'folder', format: id, resume, analyser, setup });
    const complete = await runJob(inputs, { task: exportTask, setup, mode: 'issue' }, options, {
      prints: out === undefined,
      evenUnread: out !== undefined,
      async take(files) {
        await writer.add(files, labels);
        return journal ? keptOf(files) : undefined;
      },
      journal: journal && folder && { ...journal, ...resumption(folder, writer, labels) },
    });
    await writer.end();
    await journal?.close(complete || !options['fail-fast']);
    return complete ? 0 : 2;
  },
});

/** What a later run must know of an issue that was exported. */
interface Kept {
  /** Each file that was written, and the SHA-256 of its content. */
  readonly files: readonly (readonly [name: string, sha256: string])[];
  readonly labelUse?: LabelUse;
}

function keptOf(issue: IssueFiles): Kept {
  const files = Array.from(contentsOf(issue), ([name, content]) => [name, sha256Of(content)] as const);
  return { files, ...(issue.labelUse && { labelUse: issue.labelUse }) };
}

/** How a run goes on where an earlier one has exported an issue. */
function resumption(
  folder: NodeOutputFolder,
  writer: IssueFilesWriter,
  labels: LabelSet,
): Pick<RunJournal, 'isIntact' | 'restore'> {
  return {
    async isIntact(kept) {
      for (const [name, sha256] of (kept as Kept).files) if (!(await folder.has(name, sha256))) return false;
      return true;
    },
    restore(kept) {
      const { files, labelUse } = kept as Kept;
      for (const [name] of files) folder.keep(name);
      if (labelUse) writer.addUse?.(labelUse, labels);
    },
  };
}

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
