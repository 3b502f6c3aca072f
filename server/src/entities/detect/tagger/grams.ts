import { KEY_BITS } from './keys';

/** What a line is read as: for each stream, a symbol a character, with `MARGIN` symbols of edge before and after. */
export type Streams = readonly Uint16Array[];

/** Edge symbols on each side of a line. */
export const MARGIN = 3;

/** An n-gram has weights for five characters, the first of them two before its own first character. */
export const REACH = 5;
export const REACH_START = -2;

/** Streams, and how long their n-grams become: characters, shapes, names of the lexicon, words of the lexicon. */
const LONGEST = [3, 3, 2, 2] as const;
/** From here on, no n-gram begins with the symbol 0, which tells that nothing was found. */
const FIRST_SPARSE = 2;

export const STREAMS = LONGEST.length;
/** Symbols in the longest n-gram of any stream. */
export const LONGEST_GRAM = Math.max(...LONGEST);

/**
 * Puts the keys of a stream's n-grams that begin at a character into `keys`, the shortest first, and says how many they
 * are. `at` counts from the first character of the line, from -1, the edge before it, to its length.
 */
export function keysAt(symbols: Uint16Array, stream: number, at: number, keys: Uint32Array): number {
  const first = at + MARGIN;
  if (stream >= FIRST_SPARSE && symbols[first] === 0) return 0;
  const count = LONGEST[stream] ?? 0;
  let state = mixed(0x51ed270b, stream + 1);
  for (let length = 0; length < count; length++) {
    state = mixed(state, symbols[first + length] ?? 0);
    keys[length] = finished(state);
  }
  return count;
}

/** Adds a symbol to a running hash. The multipliers are those of MurmurHash3. */
export function mixed(state: number, symbol: number): number {
  const product = Math.imul(state ^ symbol, 0xcc9e2d51);
  return Math.imul(product ^ (product >>> 15), 0x1b873593);
}

/** The key of a running hash. */
export function finished(state: number): number {
  const product = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (product ^ (product >>> 13)) >>> (32 - KEY_BITS);
}
