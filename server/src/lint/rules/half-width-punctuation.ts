import { t } from '@vscode/l10n';
import { createAddressLookup } from '../../core/addresses';
import { isBlank, isChineseMark, isDigit, isHan, isLatin, Trait } from '../../core/characters';
import { blockRule, READ_TEXT, replacement } from '../rule';
import { SENTENCE_KINDS, sentenceStopsIn } from '../sentenceStops';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
  '．': '。',
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
};

export const halfWidthPunctuation = blockRule({
  id: 'half-width-punctuation',
  title: 'Half-width punctuation',
  description:
    'A half-width comma, full stop, semicolon, colon, question mark, exclamation mark, bracket or quotation mark in Chinese text.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count) => t('Half-width punctuation in Chinese text: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.asciiPunctuation | Trait.chineseMark,
  *check({ text, kind }) {
    const marks = [
      ...marksToWiden(text),
      ...halfWidthForms(text),
      ...(SENTENCE_KINDS.includes(kind) ? stopsIn(text) : []),
    ];
    if (marks.length === 0) return;
    const message = t('Half-width mark in Chinese text');
    const title = t('Use full-width punctuation');
    for (const at of marks.sort((a, b) => a - b)) {
      const span = { start: at, end: at + 1 };
      yield { span, message, fixes: [replacement(span, FULL_WIDTH[text.charAt(at)] ?? '', 'safe', title)] };
    }
  },
});

function stopsIn(text: string): number[] {
  return sentenceStopsIn(text).flatMap(({ at, isCertain }) => (isCertain ? [at] : []));
}

/** Offsets of the half-width forms of Chinese marks, ｡｢｣､, but for those beside half-width kana. */
function halfWidthForms(text: string): number[] {
  return Array.from(text.matchAll(/(?<![\uff66-\uff9f])[｡｢｣､](?![\uff66-\uff9f])/g), ({ index }) => index);
}

const BACKSLASH = 0x5c;
const OPENING = 0x28;
const CLOSING = 0x29;
const WIDE_OPENING = 0xff08;
const WIDE_CLOSING = 0xff09;

/** Offsets of the half-width marks that are in Chinese text, in order. */
function marksToWiden(text: string): number[] {
  const marks: number[] = [];
  const open: number[] = [];
  const addressAt = createAddressLookup(text);
  let previousMark = -1; // The last mark that was found to be in Chinese text.
  for (let at = 0; at < text.length; at++) {
    const address = addressAt(at);
    if (address) {
      at = address.end - 1;
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
        widenPair(text, partner, at, marks);
        if (marks.at(-1) === at) previousMark = at;
        continue;
      }
    }
    if (!isHalfWidthMark(code) || code === OPENING) continue;
    if (!standsInChinese(text, at, previousMark)) continue;
    marks.push(at);
    previousMark = at;
  }
  for (const at of open) if (text.charCodeAt(at) === OPENING && standsInChinese(text, at, -1)) marks.push(at);
  return marks.sort((a, b) => a - b);
}

/** Both brackets of a pair have one width: full if either is full already or stands in Chinese text. */
function widenPair(text: string, opening: number, closing: number, marks: number[]): void {
  const halfOpening = text.charCodeAt(opening) === OPENING;
  const halfClosing = text.charCodeAt(closing) === CLOSING;
  if (!halfOpening && !halfClosing) return;
  if (halfOpening && halfClosing) {
    if (isLatinTerm(text, opening, closing) || FILE_ENDING.test(text.slice(closing + 1, closing + 7))) return;
    if (!standsInChinese(text, opening, -1) && !standsInChinese(text, closing, -1)) return;
  }
  if (halfOpening) marks.push(opening);
  if (halfClosing) marks.push(closing);
}

const LONGEST_TERM = 200;

/** 水渠图(2).jpg: the brackets belong to the name of a file. */
const FILE_ENDING = /^\.[A-Za-z]{2,4}\d?(?![A-Za-z\d])/;

/** f(x), Mg(OH)2 and the targets of Markdown links: brackets that touch ASCII before them and hold nothing else. */
function isLatinTerm(text: string, opening: number, closing: number): boolean {
  const before = text.charCodeAt(opening - 1);
  if (!isLatin(before) && !isDigit(before) && before !== 0x5d) return false;
  if (closing - opening > LONGEST_TERM) return false;
  for (let at = opening + 1; at < closing; at++) if (text.charCodeAt(at) > 0x7f) return false;
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
const PART_END = /[,;?!，。；？！、()（）“”《》"\n]/;

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
  return hasHan(text, before, -1) && hasHan(text, after, 1);
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

function isChinese(code: number): boolean {
  return isHan(code) || isChineseMark(code);
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
