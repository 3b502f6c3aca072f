import { t } from '@vscode/l10n';
import meanings from '../../../../dictionaries/lexicons/stray-words.json';
import { Trait } from '../../core/characters';
import { blockRule, replacement, RUNNING_TEXT } from '../rule';

/** A lower-case word with the spaces around it, between two Han characters or the Chinese quotes that touch them. */
const WORD_BETWEEN_HAN = /(?<=[\u4e00-\u9fff”》])( *)([a-z]+)( *)(?=[\u4e00-\u9fff“《])/g;

const MEANINGS: Readonly<Record<string, readonly string[]>> = meanings;

export const strayLatinWord = blockRule({
  id: 'stray-latin-word',
  title: 'Stray English word',
  description: 'An English function word between Chinese words, left behind by an OCR model that translates.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: ['heading', ...RUNNING_TEXT],
  traits: Trait.latin,
  *check({ text }) {
    for (const match of text.matchAll(WORD_BETWEEN_HAN)) {
      const word = match[2] ?? '';
      const words = Object.hasOwn(MEANINGS, word) ? MEANINGS[word] : undefined;
      if (!words) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const titleOf = (meaning: string): string =>
        meaning ? t('Replace “{0}” with {1}', word, meaning) : t('Remove “{0}”', word);
      yield {
        span,
        message: t('English “{0}” between Chinese words', word),
        fixes: words.map((meaning) => replacement(span, meaning, 'suggested', titleOf(meaning))),
      };
    }
  },
});
