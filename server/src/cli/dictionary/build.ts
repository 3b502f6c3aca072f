import { t } from '@vscode/l10n';
import { buildDictionary } from '../../gazetteer/build/buildDictionary';
import type { Provenance } from '../../gazetteer/build/provenance';
import { createGazetteer } from '../../gazetteer/gazetteer';
import type { ImportSource } from '../../gazetteer/import/model';
import type { EntryType } from '../../gazetteer/model';
import { isPartialDate } from '../../gazetteer/posts/terms';
import { decode } from '../../host/decode';
import { causeOf, readBytes } from '../../host/node/files';
import { loadShippedDictionaries } from '../../host/node/gazetteer';
import { refuseOutput, replaceOutput } from '../../host/node/output';
import { naming, Problem } from '../../host/problem';
import type { ExitCode } from '../command';
import { refusals } from '../refusals';
import { print, shownPath, tell } from '../terminal';
import { printProblems } from './problems';

/** The options of `galley dictionary build`. */
export interface BuildValues extends Provenance {
  readonly out: string | undefined;
  readonly force: boolean;
  readonly type: EntryType | undefined;
}

/**
 * Builds a dictionary from tables. Where they have problems, prints a line for each and writes nothing. Throws a `Problem`
 * where a table cannot be read or the dictionary cannot be written.
 */
export async function buildFrom(
  paths: readonly string[],
  { out, force, type, source, licence, date }: BuildValues,
): Promise<ExitCode> {
  if (out === undefined) throw new Problem(t('galley {0} needs {1}.', 'dictionary build', '--out FILE'));
  if (date !== undefined && !isPartialDate(date))
    throw new Problem(t('“{0}” is not a date. Write 2021, 2021-07 or 2021-07-21.', date));
  const tables: ImportSource[] = [];
  for (const path of new Set(paths)) tables.push(await readTable(path));
  const { gazetteer: shipped } = createGazetteer({ shipped: await loadShippedDictionaries() });
  const provenance = { source, licence, date };
  const { text, entries, posts, problems, notes } = buildDictionary(tables, { type, provenance, shipped });
  await printProblems(notes);
  if (text === undefined) {
    await printProblems(problems);
    tell(t('{0} was not written, because the tables have problems.', out));
    return 1;
  }
  if (entries + posts === 0) throw new Problem(t('There are no entries in these files.'));
  await refuseOutput(out, { inputs: paths, replaceable: NONE, force, refusals: REFUSALS }, text);
  await replaceOutput(out, text);
  await print(`${t('{0}: {1} entries, {2} posts.', shownPath(out), entries, posts)}\n`);
  return 0;
}

/** People edit dictionaries, so none is overwritten unasked. */
const NONE = /(?!)/;

const REFUSALS = refusals((path) => t('{0} already exists. Use --force to overwrite it.', path));

async function readTable(path: string): Promise<ImportSource> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw new Problem(`${path}: ${causeOf(error)}`);
  });
  if (isSpreadsheet(bytes))
    throw new Problem(`${path}: ${t('Not a text file. Save spreadsheets as CSV (UTF-8) first.')}`);
  const { text } = await naming(path, () => Promise.resolve(decode(bytes)));
  return { dictionary: path, text };
}

/** Whether a file begins as those of spreadsheet programs do: ZIP (.xlsx, .ods), or the compound files of .xls. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  return beginning === 'PK\u0003\u0004' || beginning === '\u00d0\u00cf\u0011\u00e0';
}
