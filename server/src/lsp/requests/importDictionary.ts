import { t } from '@vscode/l10n';
import { importCsv } from '../../knowledge/importCsv';
import { importJieba } from '../../knowledge/importJieba';
import type { EntityId, Knowledge } from '../../knowledge/model';
import { problemLine } from '../../knowledge/tsv';
import type { Resources } from '../../ports/resources';
import type { Dictionaries } from '../dictionaries';
import type { ImportDictionaryParams, ImportDictionaryResult } from '../protocol';

/** Takes a CSV file, or else a user dictionary of jieba, into the user's dictionary. Rejects with a sentence where it cannot. */
export async function importDictionary(
  { source, type }: ImportDictionaryParams,
  { dictionaries, resources }: { readonly dictionaries: Dictionaries; readonly resources: Resources },
): Promise<ImportDictionaryResult> {
  const file = await resources.readDictionary(source);
  if (!file) throw new Error(t('There is no dictionary {0}.', source));
  const knowledge = (await dictionaries.load())?.knowledge;
  const read = /\.csv$/i.test(file.dictionary) ? importCsv : importJieba;
  const { rows, problems } = read(file, { type, placeNamed: (name) => onlyPlace(knowledge, name) });
  const dictionary = await dictionaries.add(source, rows);
  return { dictionary, rows: rows.length, problems: problems.map(problemLine) };
}

function onlyPlace(knowledge: Knowledge | undefined, name: string): EntityId | undefined {
  const [place, ...others] = knowledge?.named(name).filter((id) => id.startsWith('place:')) ?? [];
  return others.length === 0 ? place : undefined;
}
