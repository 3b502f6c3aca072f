import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { asRecognised } from '../../annotations/recognised';
import { leftOutSentence } from '../../export/annotations/leftOut';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { clashIn, exportNameOf, writeToFolder, writeToStream } from '../../export/write';
import { findLabels } from '../../host/node/labelFile';
import { sha256Of } from '../../host/node/digest';
import { outputFolder } from '../../host/node/output';
import { Problem } from '../../host/node/problem';
import { prepareAnalyser } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, namesBelowCommonFolder, STANDARD_INPUT, workspaceFolders } from '../inputs';
import { eachSource } from '../sources';
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
  },
  async run(
    {
      format: id = 'json',
      out,
      offsets = 'utf16',
      text = 'corrected',
      spreadsheet,
      force,
      follow,
      'stdin-format': standardInput,
      settings,
    },
    args,
  ) {
    const format = EXPORT_FORMATS.find((known) => known.id === id) ?? neverFormat(id);
    if (spreadsheet && !format.isTable) throw new Problem(t('The option {0} is only for CSV.', '--spreadsheet'));
    const inputs = await findInputs(args, { follow, 'stdin-format': standardInput });
    const nameOf = exportNames(inputs.paths);
    if (out !== undefined) refuseClash(inputs.paths, nameOf, format);
    const analyser = await prepareAnalyser({
      settings,
      inputs: args,
      allFindings: format.needs.includes('diagnostics'),
    });
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
    const complete = await eachSource(
      inputs,
      'issue',
      async (source) => {
        const exported = text === 'original' ? asRecognised(source) : source;
        const analysis = analyser.analyse(exported);
        const refusal = format.refuses?.(analysis);
        if (refusal !== undefined) throw new Problem(refusal);
        const leftOut = leftOutSentence(format, analysis, { path: shownPath(source.path) });
        if (leftOut !== undefined) tell(leftOut);
        await writer.issue(analysis, {
          name: nameOf(source),
          // The digest belongs to the text that is exported, even if no file has it.
          sha256: sha256Of(exported === source ? source.bytes : Buffer.from(exported.text)),
          offsetUnit: offsets,
          spreadsheet,
          labels,
          version,
        });
      },
      { evenUnread: out !== undefined },
    );
    await writer.end();
    return complete ? 0 : 2;
  },
});

/** Gives the name of an issue's exports: its path below the folder that holds all inputs, with `/` between folders. */
function exportNames(paths: readonly string[]): (issue: { readonly input: string; readonly entry?: string }) => string {
  const nameOf = namesBelowCommonFolder(paths);
  return (issue) => exportNameOf(nameOf(issue) ?? 'stdin');
}

/** Throws a `Problem` if the exports of two files would go to one. Whether those of archives would is known when they are read. */
function refuseClash(
  paths: readonly string[],
  nameOf: (issue: { readonly input: string }) => string,
  { extension }: ExportFormat,
): void {
  const names = new Map(paths.map((path) => [path, nameOf({ input: path })]));
  const clash = clashIn(names);
  if (!clash) return;
  const [path, other] = clash;
  throw new Problem(t('{0} and {1} would both be exported to {2}.', path, other, `${names.get(other)}${extension}`));
}

function neverFormat(id: string): never {
  throw new Problem(t('There is no format {0}.', id));
}
