import { t } from '@vscode/l10n';
import { isHan, Trait } from '../../core/characters';
import { VOCABULARY } from '../../issue/vocabulary';
import { blockRule, PRINTED_TEXT, replacement } from '../rule';

/** Characters that are taken for the dot of a foreign name. A stop ends sentences too, so that it asks for more. */
const DOTS = /[•・‧∙⋅･]|[.．]/g;

export const middleDot = blockRule({
  id: 'middle-dot',
  title: 'Another dot for the one in foreign names',
  description: 'A bullet, katakana dot or stop within a foreign name, where Chinese text has “·”.',
  severity: 'warning',
  applicability: 'suggested',
  grouped: (count) => t('Other dots for the one in foreign names: {0}', count),
  kinds: PRINTED_TEXT,
  traits: Trait.asciiPunctuation | Trait.chineseMark | Trait.exotic | Trait.otherScript,
  *check({ text }) {
    for (const { index: at, 0: dot } of text.matchAll(DOTS)) {
      const isStop = dot === '.' || dot === '．';
      if (!isBetweenHan(text, at) || (isStop && !isWithinTranscription(text, at))) continue;
      const span = { start: at, end: at + 1 };
      yield {
        span,
        message: t('Other dots for the one in foreign names: {0}', 1),
        fixes: [replacement(span, '·', 'suggested', t('Write “·”'))],
      };
    }
  },
});

function isBetweenHan(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

/** Whether two characters on either side are such as foreign names are transcribed with: 约翰.史密斯. */
function isWithinTranscription(text: string, at: number): boolean {
  return [at - 2, at - 1, at + 1, at + 2].every((place) => VOCABULARY.transliteration.has(text.charAt(place)));
}
