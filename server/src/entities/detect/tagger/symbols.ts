import { isBlank, isDigit, isHan, isLatin } from '../../../core/characters';

/** What is before the first character of a line and after its last. */
export const EDGE = 0;

/** Shapes of Han characters are below; those of other characters begin here. */
const OTHER_SHAPES = 64;
const SHAPED_MARKS = '、，。：；？！·（）《》“”〈〉—…';

/** Narrow marks that are read as the Chinese ones after them. */
const NARROW_MARKS = ',，:：;；?？!！(（)）';
const WIDE = 0xfee0;

/**
 * How characters are read: which are the same to the tagger, and what their look says of names. Both by UTF-16 code
 * unit.
 */
export interface Alphabet {
  /** Digits are one symbol, letters two; full-width forms count as their narrow twins, narrow marks as Chinese ones. */
  readonly symbol: Uint16Array;
  /** The class of a Han character in names, or the kind of another character. */
  readonly shape: Uint8Array;
}

/** The first Han character that has a class, and how many from there on have one. */
const FIRST_HAN = 0x4e00;
export const CLASSED_HAN = 0x9fff - FIRST_HAN + 1;

/**
 * `classes` holds, for each Han character, a number below 64: how often it occurs in surnames, given names and
 * transliterations.
 */
export function readAlphabet(classes: Uint8Array): Alphabet {
  const symbol = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const shape = new Uint8Array(0x10000).fill(OTHER_SHAPES + 5);
  shape.set(classes, FIRST_HAN);
  const set = (code: number, read: number, look: number): void => {
    symbol[code] = read;
    shape[code] = OTHER_SHAPES + look;
  };
  for (let code = 0; code < 0x10000; code++) {
    if (code >= FIRST_HAN && code < FIRST_HAN + CLASSED_HAN) continue;
    const narrow = code > 0xff00 && code < 0xff5f ? code - WIDE : code;
    if (isDigit(narrow)) set(code, 0x30, 1);
    else if (isLatin(narrow)) set(code, narrow >= 0x61 ? 0x61 : 0x41, 2);
    else if (isBlank(narrow)) set(code, 0x20, 3);
    else if (isHan(code)) set(code, code, 4);
  }
  for (const code of [EDGE, 0x0a, 0x0d]) set(code, EDGE, 0);
  [...SHAPED_MARKS].forEach((mark, at) => set(mark.charCodeAt(0), mark.charCodeAt(0), 6 + at));
  for (let at = 0; at < NARROW_MARKS.length; at += 2) {
    const read = NARROW_MARKS.charCodeAt(at + 1);
    set(NARROW_MARKS.charCodeAt(at), read, 6 + SHAPED_MARKS.indexOf(String.fromCharCode(read)));
  }
  return { symbol, shape };
}
