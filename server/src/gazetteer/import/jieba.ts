import { t } from '@vscode/l10n';
import { checkRow } from '../format/checkRow';
import { writtenLines } from '../format/dictionaryLines';
import { typeNamed, type Imported, type ImportedRow, type ImportOptions, type ImportSource } from './model';
import type { DictionaryProblem } from '../format/readDictionary';

/**
 * Takes in a user dictionary of jieba: a word on each line, with its frequency and its tag after spaces, both of which
 * may be missing. The tag decides the type: nr a person, ns a place, nt an organisation, any other a word. Without a tag and
 * a type of the options, it is a word.
 */
export function importJieba({ dictionary, text }: ImportSource, { type: untagged = 'word' }: ImportOptions): Imported {
  const problems: DictionaryProblem[] = [];
  const rows: ImportedRow[] = [];
  for (const { line, text: written } of writtenLines(text)) {
    const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(written.trim()) ?? [];
    const behind = /^(?:\d+(?:\s+|$))?([A-Za-z]\w*)?$/.exec(rest);
    if (!behind) {
      const column = written.length - written.trimStart().length + written.trimStart().indexOf(rest, name.length) + 1;
      const message = t('Expected a frequency and a tag after the word, not “{0}”.', rest);
      problems.push({ dictionary, line, column, length: rest.length, message });
      continue;
    }
    const tag = behind[1];
    const type = tag === undefined ? untagged : (typeNamed(tag) ?? 'word');
    const faults = checkRow(type, { type, name }, written, [], false);
    const place = { line, column: 1, length: name.length };
    for (const { message } of faults) problems.push({ dictionary, ...place, message });
    if (faults.length === 0) rows.push({ fields: { type, name }, line, placeOf: () => place });
  }
  return { rows, problems, untold: 0, skipped: [] };
}
