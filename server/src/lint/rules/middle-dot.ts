import { t } from '@vscode/l10n';
import { isHan, Trait } from '../../core/characters';
import { VOCABULARY } from '../../issue/vocabulary';
import { blockRule, PRINTED_TEXT, replacement } from '../rule';

/** Characters that are taken for the dot of a foreign name. */
const DOT_CLASS = '[•・‧∙⋅･]';
const DOT = new RegExp(DOT_CLASS, 'g');
/** A stop ends sentences too, so that it asks for more. */
const DOT_OR_STOP = new RegExp(`${DOT_CLASS}|[.．]`, 'g');

export const middleDot = blockRule({
  id: 'middle-dot',
  title: 'Wrong dot in a foreign name',
  description: 'A bullet, katakana middle dot or full stop in a foreign name, instead of “·”.',
  severity: 'warning',
  applicability: 'suggested',
  grouped: (count) => t('Wrong dots in foreign names: {0}', count),
  kinds: PRINTED_TEXT,
  traits: Trait.asciiPunctuation | Trait.chineseMark | Trait.exotic | Trait.otherScript,
  *check({ text }) {
    for (const { index: at, 0: dot } of text.matchAll(DOT_OR_STOP)) {
      const isStop = dot === '.' || dot === '．';
      if (!isBetweenHan(text, at) || (isStop && soundsBeside(text, at) < ALL) || isDivider(text, at)) continue;
      const span = { start: at, end: at + 1 };
      yield {
        span,
        message: t('Wrong dots in foreign names: {0}', 1),
        fixes: [replacement(span, '·', 'suggested', t('Change to “·”'))],
      };
    }
  },
});

function isBetweenHan(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

/** 白楼•青柳•田丰: a dot among words that are not such as foreign names are transcribed with. */
function isDivider(text: string, at: number): boolean {
  const before = RUN_BEFORE.exec(withOneDot(text.slice(Math.max(0, at - LONGEST_RUN), at)))?.[0] ?? '';
  const behind = RUN_BEHIND.exec(withOneDot(text.slice(at, at + LONGEST_RUN)))?.[0] ?? '';
  const run = before + behind;
  return Array.from(run).some((character, place) => character === ONE_DOT && soundsBeside(run, place) < MOSTLY);
}

/** The same words with one character for all dots. */
function withOneDot(words: string): string {
  return words.replace(DOT, ONE_DOT);
}

const ONE_DOT = '•';
/** Words with `ONE_DOT` between them. */
const RUN_BEFORE = /[\u4e00-\u9fff•]*$/;
const RUN_BEHIND = /^[\u4e00-\u9fff•]*/;

/** Code units of a name with dots on either side of one of them. */
const LONGEST_RUN = 16;

/** How many of the two characters on either side of a dot are such as foreign names are transcribed with: 约翰.史密斯. */
function soundsBeside(text: string, at: number): number {
  return [at - 2, at - 1, at + 1, at + 2].filter((place) => VOCABULARY.transliteration.has(text.charAt(place))).length;
}

const ALL = 4;
/** One of them may be no sound, or none at all beside a part of one character. */
const MOSTLY = 3;
