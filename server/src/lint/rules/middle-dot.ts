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
      if (!isBetweenHan(text, at) || isDivider(text, at) || (isStop && !isWithinTranscription(text, at))) continue;
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

/** 白楼•青柳•田丰: a dot among words that are not such as foreign names are transcribed with. */
function isDivider(text: string, at: number): boolean {
  const from = /[\u4e00-\u9fff•・‧∙⋅･]*$/.exec(text.slice(Math.max(0, at - LONGEST_RUN), at))?.[0].length ?? 0;
  const run = /^[\u4e00-\u9fff•・‧∙⋅･]*/.exec(text.slice(at - from, at + LONGEST_RUN))?.[0] ?? '';
  return [...run.matchAll(/[•・‧∙⋅･]/g)].some(
    ({ index }) =>
      [index - 2, index - 1, index + 1, index + 2].filter((place) => VOCABULARY.transliteration.has(run.charAt(place)))
        .length < MOSTLY,
  );
}

/** Code units of a name with dots on either side of one of them. */
const LONGEST_RUN = 16;
/** Of the four characters beside a dot; one of them may be no sound, or none at all beside a part of one character. */
const MOSTLY = 3;

/** Whether two characters on either side are such as foreign names are transcribed with: 约翰.史密斯. */
function isWithinTranscription(text: string, at: number): boolean {
  return [at - 2, at - 1, at + 1, at + 2].every((place) => VOCABULARY.transliteration.has(text.charAt(place)));
}
