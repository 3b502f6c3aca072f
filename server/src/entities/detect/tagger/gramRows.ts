import { LONGEST_GRAM, MARGIN, STREAMS, keysAt } from './grams';
import type { KeyTable } from './keys';
import { ROW_PAIRS, type Rows } from './rows';

/** Finds the rows of weights of the n-grams that begin at a character. */
export interface GramRows {
  /**
   * Writes where the rows of a stream start in `pairs` into `starts`, from index `first` on, and returns the index after the last.
   * `at` counts from the first character of the line, from -1, the edge before it, to its length.
   */
  find(stream: number, symbols: Uint16Array, at: number, starts: Int32Array, first: number): number;
}

/** The numbers of the streams of shapes and of words of the lexicon: their symbols are few, less than 256. */
const SHAPES = 1;
const WORDS = 3;

/**
 * Finds rows by the keys of n-grams. In the streams of few symbols the same n-grams begin at most characters: what their rows add up to
 * is kept as one row. A sum is kept under its symbols, not under a key, which may be that of another n-gram; and it stays where it is,
 * because rows that were found must hold until the whole line is added up. The first symbols that come to a place are the frequent ones.
 */
export function gramRows(grams: KeyTable, { pairs, isReady, ready, firstSum, sumBits }: Rows): GramRows {
  const keys = new Uint32Array(LONGEST_GRAM);
  /** The symbols that each sum is of; 0 where there is none yet. */
  const owners = new Int32Array(1 << sumBits);

  function findEach(stream: number, symbols: Uint16Array, at: number, starts: Int32Array, first: number): number {
    const count = keysAt(symbols, stream, at, keys);
    let next = first;
    for (let size = 0; size < count; size++) {
      const row = grams.find(keys[size] ?? 0);
      if (row < 0) continue;
      if (isReady[row] === 0) ready(row);
      starts[next++] = row * ROW_PAIRS;
    }
    return next;
  }

  return {
    find(stream, symbols, at, starts, first) {
      if (stream !== SHAPES && stream !== WORDS) return findEach(stream, symbols, at, starts, first);
      const symbol = symbols[at + MARGIN] ?? 0;
      if (stream === WORDS && symbol === 0) return first;
      const third = stream === SHAPES ? (symbols[at + MARGIN + 2] ?? 0) : 0;
      const owner = (stream << 24) | (symbol << 16) | ((symbols[at + MARGIN + 1] ?? 0) << 8) | third;
      const place = Math.imul(owner, 0x9e3779b1) >>> (32 - sumBits);
      const sum = (firstSum + place) * ROW_PAIRS;
      if (owners[place] !== owner) {
        const end = findEach(stream, symbols, at, starts, first);
        if (owners[place] !== 0) return end;
        owners[place] = owner;
        for (let index = first; index < end; index++) {
          const row = starts[index] ?? 0;
          for (let pair = 0; pair < ROW_PAIRS; pair++)
            pairs[sum + pair] = (pairs[sum + pair] ?? 0) + (pairs[row + pair] ?? 0);
        }
      }
      starts[first] = sum;
      return first + 1;
    },
  };
}

/** The most rows that begin at one character. */
export const MOST_ROWS = STREAMS * LONGEST_GRAM;
