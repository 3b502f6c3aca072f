import { firstIndex } from './search';

/** Offsets of one text in code points, as Python counts, beside those in UTF-16 code units. */
export interface CodePoints {
  /** The offset in code points for one in code units. */
  readonly at: (unit: number) => number;
  /** The offset in code units for one in code points. */
  readonly unitAt: (point: number) => number;
}

/** Reads a text once; each offset then costs a search among its characters beyond the basic plane, of which few have any. */
export function codePointsOf(text: string): CodePoints {
  const low = lowSurrogatesOfPairs(text);
  return {
    at: (unit) => unit - firstIndex(low.length, (index) => (low[index] ?? unit) >= unit),
    unitAt: (point) => point + firstIndex(low.length, (index) => (low[index] ?? 0) - index - 1 >= point),
  };
}

/** Offsets of the second halves of surrogate pairs: the code units that begin no code point. A lone half is one itself. */
function lowSurrogatesOfPairs(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800 || (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) continue;
    found.push(++at);
  }
  return found;
}
