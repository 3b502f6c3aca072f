import { t } from '@vscode/l10n';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { clashIn } from '../../export/write';
import { findLabels } from '../../host/node/labelFile';
import { Problem } from '../../host/problem';
import { readAnalyserSetup } from '../analyser';
import { namesOf, workspaceFolders, type Inputs } from '../inputs';
import type { OptionTable, ValuesOf } from '../options';
import { tell } from '../terminal';
import { exportName, formatOf, type ExportSetup } from './task';

/** The options of every command that exports, which decide what an export holds. */
export const EXPORT_OPTIONS = {
  format: {
    type: 'string',
    choices: EXPORT_FORMATS.map(({ id }) => id),
    description: 'Export format (default: json).',
  },
  offsets: {
    type: 'string',
    choices: ['utf16', 'codepoint'],
    description: 'Unit of offsets (default: utf16).',
  },
  text: {
    type: 'string',
    choices: ['corrected', 'original'],
    description:
      'Text to export: the current text, or the original OCR text, before the corrections in the sidecar (default: corrected).',
  },
  spreadsheet: {
    type: 'boolean',
    description:
      "Write CSV for spreadsheet programs: with a byte order mark, and with ' before cells that would be computed as formulas.",
  },
} as const satisfies OptionTable;

/** The options, with the settings file to read. */
type ExportValues = Partial<ValuesOf<typeof EXPORT_OPTIONS>> & { readonly settings: string | undefined };

/** Reads what decides what an export holds, given the arguments that name issues. Throws a `Problem` for a wrong option. */
export async function prepareExport(
  { format: id = 'json', offsets = 'utf16', text = 'corrected', spreadsheet = false, settings }: ExportValues,
  args: readonly string[],
): Promise<ExportSetup> {
  const format = formatOf(id);
  if (spreadsheet && !format.isTable) throw new Problem(t('The option {0} is only for CSV.', '--spreadsheet'));
  const allFindings = format.needs.includes('diagnostics');
  const analyser = await readAnalyserSetup({ settings, inputs: args, allFindings });
  const { labels, problems } = await findLabels(workspaceFolders(args));
  problems.forEach(tell);
  return { analyser, format: id, offsetUnit: offsets, text, spreadsheet, labels };
}

/** Throws a `Problem` if the exports of two files would go to one. What is in archives is not known before it is read. */
export function refuseClash(inputs: Inputs, { extension }: ExportFormat): void {
  const nameOf = namesOf(inputs);
  const names = new Map(inputs.paths.map((path) => [path, exportName(nameOf(path))]));
  const clash = clashIn(names);
  if (!clash) return;
  const [path, other] = clash;
  throw new Problem(t('{0} and {1} would both be exported to {2}.', path, other, `${names.get(other)}${extension}`));
}
