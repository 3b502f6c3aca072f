import { isBlank, isDigit, isHan, isLatin, isStop } from '../core/characters';
import { createNotationLookup } from './notations';
import type { BlockKind } from '../issue/model';
import { VOCABULARY } from '../issue/vocabulary';

/** A stop in half width, or in the full width of ASCII, that seems to end a Chinese sentence. */
export interface SentenceStop {
  /** Offset in UTF-16 code units. */
  readonly at: number;
  /** Whether sentences on both sides leave no doubt. */
  readonly isCertain: boolean;
}

/** Kinds of blocks whose sentences end with a stop. In a table of contents or a head, a stop is something else. */
export const SENTENCE_KINDS: readonly BlockKind[] = ['body', 'caption'];

/** Han characters of the sentence before and after a stop from which on it is possible, and certain. */
const POSSIBLE = { before: 4, after: 2 };
const CERTAIN = { before: 6, after: 5 };

/** Dots from which on they are the stops of their paragraph, where it has no others. */
const FEWEST_STOPS = 2;

/** Han characters and digits of the last clause of a sentence. */
const SHORTEST_CLAUSE = 3;

/** Code units that are looked at on either side, so that a text without other marks takes no longer than its length. */
const REACH = 80;

/** `.` and `．` that end a Chinese sentence, in order. Numbers, item numbers, addresses and names keep theirs. */
export function sentenceStopsIn(text: string): SentenceStop[] {
  if (!/[.．]/.test(text)) return [];
  const stops: SentenceStop[] = [];
  const notationAt = createNotationLookup(text);
  let hasOtherDots = false;
  for (let at = 0; at < text.length; at++) {
    if (!isStop(text.charCodeAt(at)) || notationAt(at)) continue;
    const certainty = certaintyOf(text, at);
    if (certainty) stops.push({ at, isCertain: certainty === 'certain' });
    hasOtherDots ||= certainty !== 'certain' && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
  }
  const certain = stops.filter(({ isCertain }) => isCertain).length;
  const areAllStops = !hasOtherDots && certain >= FEWEST_STOPS && !text.slice(0, -1).includes('。');
  return areAllStops
    ? stops
    : stops.map(({ at, isCertain }) => ({ at, isCertain: isCertain && !hasOtherDots && endsParagraph(text, at) }));
}

/**
 * Whether only closing marks follow. In a paragraph that has 。 elsewhere, a dot between sentences is as likely a misread
 * comma; in one that has other dots between words, so is every dot.
 */
function endsParagraph(text: string, at: number): boolean {
  return /^[”’」』）)\s]{0,9}$/.test(text.slice(at + 1, at + 12));
}

function certaintyOf(text: string, at: number): 'certain' | 'possible' | undefined {
  const previous = text.charCodeAt(at - 1);
  const end = endOfBlanks(text, at + 1);
  const next = text.charCodeAt(end);
  const endsText = end >= text.length;
  if (isStop(previous) || isStop(text.charCodeAt(at + 1)) || previous === ELLIPSIS) return undefined;
  if (!endsText && !isHan(next) && !opensOrCloses(next)) return undefined;
  const afterHan = isHan(previous) || closes(previous) || isPercent(previous);
  if (!afterHan && !endsTerm(text, at)) return undefined;
  if (isItemNumber(text, at) || mayBeNameDot(text, at)) return undefined;
  if (!endsClause(text, at)) return undefined;
  const before = hanBefore(text, at);
  const after = endsText || isClosingQuote(next) ? Infinity : hanAfter(text, end);
  if (before < POSSIBLE.before || after < POSSIBLE.after) return undefined;
  return afterHan && before >= CERTAIN.before && after >= CERTAIN.after ? 'certain' : 'possible';
}

/** Whether there are words since the last comma: 云川.北岭 has a stop between two names. */
function endsClause(text: string, at: number): boolean {
  let count = 0;
  for (let back = at - 1; back >= Math.max(0, at - REACH) && count < SHORTEST_CLAUSE; back--) {
    const character = text.charAt(back);
    if ('，、：,:'.includes(character) || endsSentence(character.charCodeAt(0))) break;
    if (isHan(character.charCodeAt(0)) || isDigit(character.charCodeAt(0))) count++;
  }
  return count >= SHORTEST_CLAUSE;
}

/** Han characters between the last sentence mark and `at`. */
function hanBefore(text: string, at: number): number {
  let count = 0;
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const code = text.charCodeAt(back);
    if (endsSentence(code)) break;
    if (isHan(code)) count++;
  }
  return count;
}

/** Han characters between `from` and the next sentence mark. */
function hanAfter(text: string, from: number): number {
  let count = 0;
  for (let on = from; on < Math.min(text.length, from + REACH); on++) {
    const code = text.charCodeAt(on);
    if (endsSentence(code) && !isDigit(text.charCodeAt(on + 1))) break;
    if (isHan(code)) count++;
  }
  return count;
}

/** A number or an abbreviation within a Chinese sentence, as in 完成投资5亿美元，增长GDP. but not item 1. or Co., Ltd. */
function endsTerm(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < REACH && isTermCharacter(text.charCodeAt(start - 1))) start--;
  return start < at && isHan(text.charCodeAt(start - 1));
}

function isTermCharacter(code: number): boolean {
  return isDigit(code) || (isLatin(code) && code < 0x61);
}

/** 一. (二). 第三. 甲. at the start of a text or after a mark, and 一.二 between numerals. */
function isItemNumber(text: string, at: number): boolean {
  const isBetweenNumerals = NUMERAL.test(text.charAt(at - 1)) && NUMERAL.test(text.charAt(at + 1));
  return isBetweenNumerals || ITEM_NUMBER.test(text.slice(Math.max(0, at - 6), at));
}

const NUMERAL = /[一二三四五六七八九十]/;
const ITEM_NUMBER = /(?:^|[^\u4e00-\u9fff\d])[（(]?(?:第?[一二三四五六七八九十百]{1,3}|[甲乙丙丁]|\d{1,3})[）)]?$/;

/** Whether transcribed characters on both sides make this the dot of a name: 约翰.史密斯. */
function mayBeNameDot(text: string, at: number): boolean {
  return [at - 2, at - 1, at + 1, at + 2].every((place) => VOCABULARY.transliteration.has(text.charAt(place)));
}

function endOfBlanks(text: string, from: number): number {
  let end = from;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  return end;
}

const ELLIPSIS = 0x2026;

function endsSentence(code: number): boolean {
  return isStop(code) || '。！？；!?;…'.includes(String.fromCharCode(code));
}

function closes(code: number): boolean {
  return '）)”’》」』】'.includes(String.fromCharCode(code));
}

function isClosingQuote(code: number): boolean {
  return '”’」』'.includes(String.fromCharCode(code));
}

function opensOrCloses(code: number): boolean {
  return '“‘《（「『【”’」』'.includes(String.fromCharCode(code));
}

function isPercent(code: number): boolean {
  return code === 0x25 || code === 0xff05 || code === 0x2030 || code === 0x2103;
}
