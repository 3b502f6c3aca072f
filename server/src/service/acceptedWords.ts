import { t } from '@vscode/l10n';
import { headerOf, listIn } from '../knowledge/columns';
import { writtenLines } from '../knowledge/dictionaryLines';
import { readDictionary } from '../knowledge/tsv';
import { createAcceptedForms, type AcceptedForms } from '../language/acceptedForms';

/** Where a workspace keeps its dictionary, relative to its folder; every folder below it has a share in it. */
export const DICTIONARY_PATH = '.galley/dictionary.tsv';

/** The words of a dictionary that nothing is doubted in: every name and alias that it has, of whatever type. */
export function acceptedWords(dictionary: string): AcceptedForms {
  // What a row refers to may stand in another dictionary; its own name counts in any case.
  const { rows } = readDictionary('', dictionary, () => true);
  return createAcceptedForms(rows.flatMap(({ fields: { name, aliases } }) => [name ?? '', ...listIn(aliases)]));
}

/**
 * A dictionary with one more word that is accepted as correct; the same where it has it already. An empty one is begun.
 * Throws an `Error` with a sentence for the user where its first line is no header, or has no column for names.
 */
export function withAcceptedWord(dictionary: string, word: string): string {
  if (dictionary.trim() === '') return `type\tname\nword\t${word}\n`;
  const { rows } = readDictionary('', dictionary, () => true);
  if (rows.some(({ type, fields: { name } }) => type === 'word' && name === word)) return dictionary;
  const [first] = writtenLines(dictionary);
  const header = first && headerOf(first.text);
  if (!header?.includes('name'))
    throw new Error(
      t(
        'The first line of {0} must be a header with the columns “type” and “name”; nothing was added.',
        DICTIONARY_PATH,
      ),
    );
  const cells = header.map((name) => (name === 'type' ? 'word' : name === 'name' ? word : ''));
  const lineEnd = dictionary.includes('\r\n') ? '\r\n' : '\n';
  const before = dictionary.endsWith('\n') ? dictionary : dictionary + lineEnd;
  return `${before}${cells.join('\t').trimEnd()}${lineEnd}`;
}
