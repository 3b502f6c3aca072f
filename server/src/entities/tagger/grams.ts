import { KEY_BITS } from './keys';

/** What a line is read as: for each stream, a symbol a character, with `MARGIN` symbols of edge before and behind. */
export type Streams = readonly Uint16Array[];

/** Edge symbols on each side of a line. */
export const MARGIN = 3;

/** An n-gram has weights for five characters. */
export const REACH = 5;

/**
 * The n-grams that have weights. `reach` tells for each length where the first of the five characters lies that an n-gram
 * speaks of, counted from the n-gram's own first character.
 */
const STREAMS: readonly { readonly stream: number; readonly reach: readonly number[] }[] = [
  { stream: 0, reach: [-2, -1, -1] },
  { stream: 1, reach: [-2, -2, -1] },
  { stream: 2, reach: [-2, -2] },
  { stream: 3, reach: [-2, -2] },
];

/** Where the reach of each n-gram begins, in the order in which `keysAt` gives their keys. */
export const REACHES: readonly number[] = STREAMS.flatMap(({ reach }) => reach);
export const GRAMS = REACHES.length;

/**
 * Puts the keys of the n-grams that begin at a character into `keys`. `at` counts from the first character of the line;
 * from -1, the edge before it, to its length.
 */
export function keysAt(streams: Streams, at: number, keys: Uint32Array): void {
  let next = 0;
  for (let index = 0; index < STREAMS.length; index++) {
    const { stream, reach } = STREAMS[index] ?? NO_STREAM;
    const symbols = streams[stream] ?? NO_SYMBOLS;
    let state = mixed(0x51ed270b, stream + 1);
    for (let length = 0; length < reach.length; length++) {
      state = mixed(state, symbols[at + MARGIN + length] ?? 0);
      keys[next++] = finished(state);
    }
  }
}

const NO_STREAM = { stream: 0, reach: [] };
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
