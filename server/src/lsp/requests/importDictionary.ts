import { t } from '@vscode/l10n';
import { visible } from '../../core/visible';
import { importCsv } from '../../gazetteer/import/csv';
import { importJieba } from '../../gazetteer/import/jieba';
import type { EntityId, Gazetteer } from '../../gazetteer/model';
import { problemLines } from '../../gazetteer/format/readDictionary';
import type { Resources } from '../../ports/resources';
import type { Dictionaries } from '../session/dictionaries';
import type { ImportDictionaryParams, ImportDictionaryResult } from '../protocol';

/** Takes a CSV file, or else a user dictionary of jieba, into the user's dictionary. Rejects with a sentence where it cannot. */
export async function importDictionary(
  { source, type }: ImportDictionaryParams,
  { dictionaries, resources }: { readonly dictionaries: Dictionaries; readonly resources: Resources },
): Promise<ImportDictionaryResult> {
  const file = await resources.readDictionary(source);
  if (!file) throw new Error(t('There is no dictionary {0}.', source));
  const gazetteer = (await dictionaries.load())?.gazetteer;
  const read = /\.csv$/i.test(file.dictionary) ? importCsv : importJieba;
  const { rows, problems } = read(file, { type, placeNamed: (name) => onlyPlace(gazetteer, name) });
  const dictionary = await dictionaries.add(source, rows);
  return {
    dictionary,
    rows: rows.length,
    problems: problemLines(problems).map(visible),
    problemCount: problems.length,
  };
}

function onlyPlace(gazetteer: Gazetteer | undefined, name: string): EntityId | undefined {
  const [place, ...others] = gazetteer?.named(name).filter((id) => id.startsWith('place:')) ?? [];
  return others.length === 0 ? place : undefined;
}
