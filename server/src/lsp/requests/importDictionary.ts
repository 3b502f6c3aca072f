import { t } from '@vscode/l10n';
import { visible } from '../../core/visible';
import { onlyPlace } from '../../gazetteer/import/placeNamed';
import { importTable } from '../../gazetteer/import/table';
import { boundedProblems, problemLines } from '../../gazetteer/format/readDictionary';
import type { Resources } from '../../ports/resources';
import type { Dictionaries } from '../session/dictionaries';
import type { ImportDictionaryParams, ImportDictionaryResult } from '../protocol';

/** Takes a table or a user dictionary of jieba into the user's dictionary. Rejects with a sentence where it cannot. */
export async function importDictionary(
  { source, type }: ImportDictionaryParams,
  { dictionaries, resources }: { readonly dictionaries: Dictionaries; readonly resources: Resources },
): Promise<ImportDictionaryResult> {
  const file = await resources.readDictionary(source);
  if (!file) throw new Error(t('There is no dictionary {0}.', source));
  const gazetteer = (await dictionaries.load())?.gazetteer;
  const imported = importTable(file, {
    type,
    placeNamed: (name, date) => onlyPlace(gazetteer, name, date),
    isKnown: (id) => gazetteer?.entry(id) !== undefined,
  });
  const problems = boundedProblems([...imported.skipped, ...imported.problems], imported.untold);
  const rows = imported.rows.map(({ fields }) => fields);
  const dictionary = await dictionaries.add(source, rows);
  return {
    dictionary,
    rows: rows.length,
    problems: problemLines(problems).map(visible),
    problemCount: problems.length,
  };
}
