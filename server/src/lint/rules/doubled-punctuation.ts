import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import { blockRule, PRINTED_TEXT, replacement } from '../rule';

/** Marks that never follow one another, the strongest first. ！！ ？！ …… —— are emphasis or one mark of two cells. */
const STRENGTH = '。；：，、';

const RUN = /[。；：，、]{2,}/g;

export const doubledPunctuation = blockRule({
  id: 'doubled-punctuation',
  title: 'Doubled punctuation',
  description: 'Two commas or full stops in a row, one of which is a speck or was read twice.',
  severity: 'warning',
  applicability: 'safe',
  kinds: PRINTED_TEXT,
  traits: Trait.chineseMark,
  *check({ text }) {
    for (const match of text.matchAll(RUN)) {
      const marks = match[0];
      if (isTypedEllipsis(marks)) continue;
      const strongest = Array.from(STRENGTH).find((mark) => marks.includes(mark)) ?? marks;
      const span = { start: match.index, end: match.index + marks.length };
      yield {
        span,
        message: t('Doubled punctuation “{0}”', marks),
        fixes: [
          replacement(
            span,
            strongest,
            new Set(marks).size === 1 ? 'safe' : 'suggested',
            t('Replace “{0}” with {1}', marks, strongest),
          ),
        ],
      };
    }
  },
});

/** Three stops and more stand for …… with people who do not find it on the keyboard. */
function isTypedEllipsis(marks: string): boolean {
  return marks.length > 2 && new Set(marks).size === 1;
}
