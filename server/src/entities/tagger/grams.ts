import { KEY_BITS } from './keys';

/** What a line is read as: for each stream, a symbol a character, with `MARGIN` symbols of edge before and behind. */
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

/** All n-grams that begin at one character: those of one stream after another, each one longer than the one before it. */
export const GRAMS = LONGEST.reduce<number>((sum, length) => sum + length, 0);
/** For each n-gram, whether it is the first of its stream. */
export const BEGINS_CHAIN: readonly boolean[] = LONGEST.flatMap((length) =>
  Array.from({ length }, (_, at) => at === 0),
);

/**
 * Puts the row of each n-gram that begins at a character into `rows`, or -1. `at` counts from the first character of the
 * line, from -1, the edge before it, to its length. A longer n-gram is only looked for where the shorter one was found.
 */
export function rowsAt(streams: Streams, at: number, find: (key: number) => number, rows: Int32Array): void {
  let next = 0;
  for (let stream = 0; stream < LONGEST.length; stream++) {
    const symbols = streams[stream] ?? NO_SYMBOLS;
    const end = next + (LONGEST[stream] ?? 0);
    let place = at + MARGIN;
    let state = mixed(0x51ed270b, stream + 1);
    if (stream < FIRST_SPARSE || symbols[place] !== 0)
      while (next < end) {
        state = mixed(state, symbols[place++] ?? 0);
        const row = find(finished(state));
        if (row < 0) break;
        rows[next++] = row;
      }
    while (next < end) rows[next++] = -1;
  }
}

const NO_SYMBOLS = new Uint16Array();

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
