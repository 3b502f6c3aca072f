import { t } from '@vscode/l10n';
import commonWords from '../../../../dictionaries/lexicons/common-words.json';
import { surnameLengthAt, surnameLengthBefore } from '../../entities/names';
import { isBlank, isHan, Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { quote } from '../../core/quote';
import type { Span } from '../../core/span';
import { VOCABULARY } from '../../issue/vocabulary';
import { blockRule, replacement } from '../rule';

/** The second characters of common two-character words, by the first. */
const WORDS: Readonly<Record<string, string>> = commonWords;

/** Single characters in a row, each spaced from the next, from which on the spaces are the typesetter's no more. */
const SPACED_OUT = 5;

/** Blanks between two Han characters. More than two are a gap that somebody meant. */
const GAP = /(?<=[\u4e00-\u9fff])[ \u3000]{1,2}(?=[\u4e00-\u9fff])/g;

/**
 * A space of half width before or after a full-width mark between Han characters. Ideographic spaces are set on purpose, and
 * so may be any in lines that are too short for prose: verse, entries of lists.
 */
const BESIDE_MARK =
  /(?<=[\u4e00-\u9fff]) (?=[，。；：、！？] ?[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ?[，。；！？]) (?=[\u4e00-\u9fff])/g;
const SHORTEST_PROSE = 25;

export const spaceBetweenHan = blockRule({
  id: 'space-between-han',
  title: 'Space within a word',
  description: 'A space between the Chinese characters of a word in running text.',
  severity: 'warning',
  applicability: 'safe',
  kinds: ['body'],
  traits: Trait.blank,
  *check({ text }) {
    if (!/[，。；,;]/.test(text)) return;
    const beside =
      text.length < SHORTEST_PROSE ? [] : spansOf(text, BESIDE_MARK).filter((span) => !divides(text, span));
    const within = spansOf(text, GAP).filter(
      (span) => isSpacedOut(text, span.start) || splitsWord(text, span.start, span.end),
    );
    const [first, ...others] = [...beside, ...within].sort((one, other) => one.start - other.start);
    if (first && others.length >= MANY) {
      yield allInOne(text, first, [first, ...others]);
      return;
    }
    for (const span of beside)
      yield {
        span,
        message: t('Space beside a full-width mark: {0}', quote(text, { start: span.start - 2, end: span.start + 3 })),
        fixes: [replacement(span, '', 'safe', t('Remove the space'))],
      };
    for (const span of within)
      yield {
        span,
        message: t('Space within a Chinese word: {0}', quote(text, { start: span.start - 2, end: span.end + 2 })),
        fixes: [replacement(span, '', mayPartWords(text, span) ? 'suggested' : 'safe', t('Remove the space'))],
      };
  },
});

/** Whether the gap may be between two words, because what is after it begins one: 自来水 产品. */
function mayPartWords(text: string, { start, end }: Span): boolean {
  if (!isHan(text.charCodeAt(start - 1)) || end + 1 >= text.length) return false;
  return (WORDS[text.charAt(end)] ?? '').includes(text.charAt(end + 1));
}

/** Whether a space after a sentence sets apart who took a picture or what it shows: 。 沈知远摄, 。 图为…. */
function divides(text: string, { start, end }: Span): boolean {
  if (!/[。！？]/.test(text.charAt(start - 1))) return false;
  const rest = text.slice(end);
  return VOCABULARY.captionOpening.test(rest) || !/[。！？]/.test(rest) || CREDIT.test(rest.slice(0, LONGEST_CREDIT));
}

/** Code units within which a credit ends, the employer of the photographer included. */
const LONGEST_CREDIT = 40;
const CREDIT = /摄(?:$|[\s　（(])/;

/** Spaces beside the first in one line from which on they are where printed lines were joined, and one finding. */
const MANY = 3;

function allInOne(text: string, span: Span, spans: readonly Span[]): Finding {
  return {
    span,
    message: t('Spaces within words or beside marks in this line: {0}', spans.length),
    fixes: [
      {
        title: t('Remove the spaces'),
        applicability: spans.some((one) => mayPartWords(text, one)) ? 'suggested' : 'safe',
        edits: spans.map(({ start, end }) => ({ start, end, newText: '' })),
      },
    ],
  };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/**
 * Whether the gap is in a run of single characters (全 面 推 进 发) that has a common word in it. A list of
 * two-character names (张 静 李 想 王 平) has none that begins with anything but a surname.
 */
function isSpacedOut(text: string, gap: number): boolean {
  let first = gap;
  while (first - 1 > gap - LONGEST_RUN && isSingle(text, first - 1)) first -= 2;
  let last = gap;
  while (last + 1 < gap + LONGEST_RUN && isSingle(text, last + 1)) last += 2;
  if (last - first < 2 * (SPACED_OUT - 1)) return false;
  for (let at = first; at <= last; at += 2) if (isCommonWord(text.charAt(at - 1), text.charAt(at + 1))) return true;
  return false;
}

/** Code units looked at on either side, so that a text spaced out throughout costs no more than its length. */
const LONGEST_RUN = 16;

/** Whether a Han character is at `at` by itself, with a blank on one side at least. */
function isSingle(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return isHan(text.charCodeAt(at)) && !isHan(before) && !isHan(after) && (isBlank(before) || isBlank(after));
}

/** A word that no two-character name can be: its first character is not a surname. */
function isCommonWord(first: string, second: string): boolean {
  return second !== '' && (WORDS[first] ?? '').includes(second) && surnameLengthAt(first, 0) === 0;
}

/**
 * Whether the gap parts a common word that the sentence runs through. A two-character name is spaced too (张 静), so a
 * surname before the gap leaves it alone, as does a blank near by: it may be one of a list.
 */
function splitsWord(text: string, start: number, end: number): boolean {
  if (!isCommonWord(text.charAt(start - 1), text.charAt(end)) || surnameLengthBefore(text, start) > 0) return false;
  return !hasBlank(text, start - NEARBY, start) && !hasBlank(text, end, end + NEARBY);
}

/** Code units on either side of a gap in which another blank shows a list or a signature. */
const NEARBY = 6;

function hasBlank(text: string, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at++) if (isBlank(text.charCodeAt(at))) return true;
  return false;
}
