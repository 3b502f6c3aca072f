import { isBlank, isDigit, isHan, isLatin } from '../../core/characters';

/** What stands before the first character of a line and behind its last. */
export const EDGE = 0;

/** Shapes of Han characters are below; those of other characters begin here. */
const OTHER_SHAPES = 64;
const SHAPED_MARKS = '、，。：；？！·（）《》“”〈〉—…';
export const SHAPES = OTHER_SHAPES + 6 + SHAPED_MARKS.length;

const WIDE = 0xfee0;
const CHINESE_MARK = new Map(
  [...',，:：;；?？!！(（)）']
    .map((mark, at, marks) => [mark, marks[at + 1] ?? mark] as const)
    .filter((_, at) => at % 2 === 0),
);

/** How characters are read: which are the same to the tagger, and what their look says of names. Both by UTF-16 code unit. */
export interface Alphabet {
  /** Digits are one symbol, letters two; full-width forms count as their narrow twins, narrow marks as Chinese ones. */
  readonly symbol: Uint16Array;
  /** The class of a Han character in names, or the kind of another character. */
  readonly shape: Uint8Array;
}

/** The first Han character that has a class, and how many from there on have one. */
export const FIRST_HAN = 0x4e00;
export const CLASSED_HAN = 0x9fff - FIRST_HAN + 1;

/** `classes` holds, for each Han character, a number below 64: how often it stands in surnames, given names and transliterations. */
export function readAlphabet(classes: Uint8Array): Alphabet {
  const symbol = new Uint16Array(0x10000);
  const shape = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const read = symbolOf(code);
    symbol[code] = read;
    shape[code] =
      code >= FIRST_HAN && code < FIRST_HAN + CLASSED_HAN ? (classes[code - FIRST_HAN] ?? 0) : shapeOf(read);
  }
  return { symbol, shape };
}

function symbolOf(code: number): number {
  if (code === 0x0a || code === 0x0d) return EDGE;
  if (isHan(code)) return code;
  const narrow = code > 0xff00 && code < 0xff5f ? code - WIDE : code;
  if (isDigit(narrow)) return 0x30;
  if (isLatin(narrow)) return narrow >= 0x61 ? 0x61 : 0x41;
  if (isBlank(narrow)) return 0x20;
  return (CHINESE_MARK.get(String.fromCharCode(narrow)) ?? String.fromCharCode(narrow)).charCodeAt(0);
}

function shapeOf(symbol: number): number {
  if (symbol === EDGE) return OTHER_SHAPES;
  if (symbol === 0x30) return OTHER_SHAPES + 1;
  if (isLatin(symbol)) return OTHER_SHAPES + 2;
  if (symbol === 0x20) return OTHER_SHAPES + 3;
  if (isHan(symbol)) return OTHER_SHAPES + 4;
  const mark = SHAPED_MARKS.indexOf(String.fromCharCode(symbol));
  return mark < 0 ? OTHER_SHAPES + 5 : OTHER_SHAPES + 6 + mark;
}
