import { isBlank, isChinese, isDigit, isHan, isLatin } from '../core/characters';
import { createNotationLookup, isCall, isFace, isFormula, smileBefore } from './notations';

/** A half-width mark in Chinese text. */
export interface MarkToWiden {
  /** Offset in UTF-16 code units. */
  readonly at: number;
  /** Whether it may be half-width on purpose: in a formula, a number or foreign words. */
  readonly isDoubtful: boolean;
}

export function certain(at: number): MarkToWiden {
  return { at, isDoubtful: false };
}

function doubtful(at: number): MarkToWiden {
  return { at, isDoubtful: true };
}

const BACKSLASH = 0x5c;
const OPENING = 0x28;
const CLOSING = 0x29;
const WIDE_OPENING = 0xff08;
const WIDE_CLOSING = 0xff09;

/** The marks `, ; : ? ! ( )` that are in Chinese text, in order. Those of notations are left out or doubtful. */
export function marksToWiden(text: string): MarkToWiden[] {
  const marks: MarkToWiden[] = [];
  const open: number[] = [];
  const notationAt = createNotationLookup(text);
  let previousMark = -1; // The last mark that was found to be in Chinese text.
  for (let at = 0; at < text.length; at++) {
    const notation = notationAt(at);
    if (notation) {
      if (standsInChinese(text, at, previousMark) || standsInChinese(text, notation.end - 1, -1))
        marks.push(...notation.doubtful.map(doubtful));
      at = notation.end - 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      at++; // What follows is a command of LaTeX: \\(, \\[, \\,
      continue;
    }
    if (code === OPENING || code === WIDE_OPENING) open.push(at);
    if (code === CLOSING || code === WIDE_CLOSING) {
      const partner = open.pop();
      if (partner !== undefined) {
        if (isCall(text, partner, at)) removeFrom(marks, partner);
        else marks.push(...widenPair(text, partner, at));
        if (marks.at(-1)?.at === at) previousMark = at;
        continue;
      }
      const smile = smileBefore(text, at);
      if (smile !== undefined) {
        removeFrom(marks, smile);
        continue;
      }
    }
    if (!isHalfWidthMark(code) || code === OPENING) continue;
    if (!standsInChinese(text, at, previousMark)) continue;
    marks.push(endsForeignSentence(text, at) ? doubtful(at) : certain(at));
    previousMark = at;
  }
  return withUnclosed(text, open, marks).sort((one, other) => one.at - other.at);
}

/** Removes the marks from an offset on. They are the last that were added. */
function removeFrom(marks: MarkToWiden[], offset: number): void {
  while ((marks.at(-1)?.at ?? -1) >= offset) marks.pop();
}

/** The marks with the brackets that are not closed, and without those of faces such as :( */
function withUnclosed(text: string, open: readonly number[], marks: readonly MarkToWiden[]): MarkToWiden[] {
  const ofSmiles = new Set<number>();
  const unclosed: MarkToWiden[] = [];
  for (const at of open) {
    const smile = smileBefore(text, at);
    if (smile !== undefined) ofSmiles.add(smile);
    else if (text.charCodeAt(at) === OPENING && standsInChinese(text, at, -1)) unclosed.push(certain(at));
  }
  return [...marks.filter(({ at }) => !ofSmiles.has(at)), ...unclosed];
}

/** Both brackets of a pair have one width: full if either is full already or is in Chinese text. */
function widenPair(text: string, opening: number, closing: number): MarkToWiden[] {
  const half = [opening, closing].filter((at) => [OPENING, CLOSING].includes(text.charCodeAt(at)));
  if (half.length < 2) return half.map(certain);
  if (isLatinTerm(text, opening, closing) || FILE_ENDING.test(text.slice(closing + 1, closing + 7))) return [];
  if (isFace(text, opening, closing)) return [];
  if (!standsInChinese(text, opening, -1) && !standsInChinese(text, closing, -1)) return [];
  return half.map(isFormula(text, opening, closing) ? doubtful : certain);
}

const LONGEST_TERM = 200;

/** 水渠图(2).jpg: the brackets belong to the name of a file. */
const FILE_ENDING = /^\.[A-Za-z]{2,4}\d?(?![A-Za-z\d])/;

/** f(x), tan(α+β) and the targets of Markdown links: brackets after ASCII that hold nothing Chinese. */
function isLatinTerm(text: string, opening: number, closing: number): boolean {
  const before = text.charCodeAt(opening - 1);
  if (!isLatin(before) && !isDigit(before) && before !== 0x5d) return false;
  if (closing - opening > LONGEST_TERM) return false;
  for (let at = opening + 1; at < closing; at++) if (isChinese(text.charCodeAt(at))) return false;
  return true;
}

/** Marks that may follow one another before the Chinese text goes on: ?!) */
const MARKS_TOGETHER = 4;

/**
 * Whether the nearest character on either side, blanks aside, is Chinese. A mark that touches digits on both sides
 * belongs to the number (3:1), one within English words to the phrase.
 */
function standsInChinese(text: string, at: number, previousMark: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  let after = at + 1;
  while (after < text.length && isBlank(text.charCodeAt(after))) after++;
  const isImageLink = text.charCodeAt(at) === 0x21 && text.charCodeAt(after) === 0x5b;
  if (isImageLink) return false;
  for (let skipped = 0; skipped < MARKS_TOGETHER && isHalfWidthMark(text.charCodeAt(after)); skipped++) after++;
  const chinese = before === previousMark && before >= 0;
  if (!chinese && !isChinese(text.charCodeAt(before)) && !isChinese(text.charCodeAt(after)))
    return isBetweenTerms(text, at, before, after);
  return !(after > at + 1 && endsLatinPhrase(text, before));
}

/** Marks between which a part of a sentence is. */
const PART_END = /[,;?!，。；？！、()（）[\]{}“”《》"\n]/;

/** Code units of such a part that are looked at. */
const LONGEST_PART = 40;

/**
 * Whether a mark between two numbers, signs or abbreviations (5.2%,CPI上涨) separates parts of a Chinese sentence: both have
 * Chinese in them. Colons are left alone, because ratios and times have them.
 */
function isBetweenTerms(text: string, at: number, before: number, after: number): boolean {
  if (!',;?!'.includes(text.charAt(at)) || before < 0 || after >= text.length) return false;
  if (isDigit(text.charCodeAt(before)) && isDigit(text.charCodeAt(after))) return false;
  if (after > at + 1 && endsLatinPhrase(text, before)) return false;
  if (LATIN_WORD_END.test(text.slice(Math.max(0, before - 2), before + 1)) && isLatin(text.charCodeAt(after)))
    return false;
  if (hasRelation(text, before, -1) && hasRelation(text, after, 1)) return false;
  return hasHan(text, before, -1) && hasHan(text, after, 1);
}

/** Whether the term at a side of a mark is a formula: in a>0,b<0 the comma is a part of it. */
function hasRelation(text: string, from: number, step: 1 | -1): boolean {
  for (let at = from; at >= 0 && at < text.length && Math.abs(at - from) < LONGEST_PART; at += step) {
    if ('=<>≤≥≠≈'.includes(text.charAt(at))) return true;
    if (isHan(text.charCodeAt(at)) || PART_END.test(text.charAt(at))) return false;
  }
  return false;
}

/** Hello,world is English. Units such as km are shorter, and abbreviations have no small letters. */
const LATIN_WORD_END = /[A-Za-z]{2}[a-z]$/;

function hasHan(text: string, from: number, step: 1 | -1): boolean {
  for (let at = from; at >= 0 && at < text.length && Math.abs(at - from) < LONGEST_PART; at += step) {
    if (isHan(text.charCodeAt(at))) return true;
    if (PART_END.test(text.charAt(at))) return false;
  }
  return false;
}

/** Whether two or more Latin words end here: “Hello, world! 他” keeps its exclamation mark. */
function endsLatinPhrase(text: string, end: number): boolean {
  if (!isLatin(text.charCodeAt(end))) return false;
  let at = end;
  while (at >= 0 && isLatin(text.charCodeAt(at))) at--;
  if (text.charCodeAt(at) !== 0x20) return false;
  while (at >= 0 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x2c)) at--;
  return isLatin(text.charCodeAt(at));
}

/** Code units of a foreign sentence that are looked at. */
const LONGEST_SENTENCE = 80;

/**
 * Whether a question or exclamation mark ends a sentence of Latin words, and may be part of it: “Help!” and Who am I? but
 * not 采用Windows XP!
 */
function endsForeignSentence(text: string, at: number): boolean {
  if (!'?!'.includes(text.charAt(at)) || !isLatin(text.charCodeAt(at - 1))) return false;
  let start = at;
  while (start > 0 && at - start < LONGEST_SENTENCE && /[A-Za-z ,.'’&!?-]/.test(text.charAt(start - 1))) start--;
  const words = text.slice(start, at).trim().split(/[ ,]+/);
  if (words.length > 1 && words.some((word) => /^[a-z]/.test(word))) return true;
  return /[“‘《「『]/.test(text.charAt(start - 1)) && /^[?!]*[”’》」』]/.test(text.slice(at + 1, at + 5));
}

function isHalfWidthMark(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x3f ||
    code === 0x21 ||
    code === OPENING ||
    code === CLOSING
  );
}
