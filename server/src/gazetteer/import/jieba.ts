import { t } from '@vscode/l10n';
import { checkRow } from '../format/checkRow';
import type { Fields } from '../format/columns';
import { writtenLines } from '../format/dictionaryLines';
import { typeNamed, type Imported, type ImportOptions, type ImportSource } from './model';
import type { DictionaryProblem } from '../format/readDictionary';

/**
 * Takes in a user dictionary of jieba: a word on each line, with its frequency and its tag behind spaces, both of which
 * may be missing. The tag decides the type: nr a person, ns a place, nt an organisation, any other a word.
 */
export function importJieba({ dictionary, text }: ImportSource, { type: untagged }: ImportOptions): Imported {
  const problems: DictionaryProblem[] = [];
  const rows: Fields[] = [];
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
    for (const { message } of faults) problems.push({ dictionary, line, column: 1, length: name.length, message });
    if (faults.length === 0) rows.push({ type, name });
  }
  return { rows, problems };
}
