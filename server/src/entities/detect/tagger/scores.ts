import { LONGEST_GRAM, REACH, REACH_START, STREAMS, keysAt, type Streams } from './grams';
import type { KeyTable } from './keys';
import { PAIRS, ROW_PAIRS, type Rows } from './rows';
import { TAGS } from './tags';

/** Positions before the first character and behind the last whose n-grams speak of characters of the line, and some to spare. */
const LEAD = 5;

/** Adds up the weights of all n-grams that speak of a character. Reuses its memory from line to line. */
export function scorer(
  grams: KeyTable,
  { pairs, isReady, ready }: Rows,
): {
  /** `TAGS` scores for each of the `length` characters; valid until the next call. */
  score(streams: Streams, length: number): Int32Array;
} {
  const keys = new Uint32Array(LONGEST_GRAM);
  /** Which part of a row speaks of a character, from the n-grams that begin before it to those behind it. */
  const partOf = Int32Array.from(
    { length: REACH * STREAMS },
    (_, at) => (REACH - 1 - Math.floor(at / STREAMS)) * PAIRS,
  );
  /** For each position and stream the start of the row to add, or -1; the first character is at `LEAD`. */
  let starts = new Int32Array(0);
  let scores = new Int32Array(0);

  /** The row of the longest n-gram of a stream that begins at a character, which stands for the shorter ones too, or -1. */
  function rowAt(symbols: Uint16Array, stream: number, at: number): number {
    for (let length = keysAt(symbols, stream, at, keys) - 1; length >= 0; length--) {
      const row = grams.find(keys[length] ?? 0);
      if (row < 0) continue;
      if (isReady[row] === 0) readyUpTo(length);
      return row;
    }
    return -1;
  }

  function readyUpTo(length: number): void {
    let shorter = -1;
    for (let index = 0; index <= length; index++) {
      const row = grams.find(keys[index] ?? 0);
      if (row < 0) continue;
      ready(row, shorter);
      shorter = row;
    }
  }

  function find(streams: Streams, length: number): void {
    starts.fill(-1, 0, (length + 2 * LEAD) * STREAMS);
    for (let stream = 0; stream < STREAMS; stream++) {
      const symbols = streams[stream];
      if (!symbols) continue;
      for (let at = -1; at <= length; at++) {
        const row = rowAt(symbols, stream, at);
        if (row >= 0) starts[(at + LEAD) * STREAMS + stream] = row * ROW_PAIRS;
      }
    }
  }

  function addUp(at: number): void {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    // The n-grams that begin furthest on speak of this character with the first part of their rows.
    const last = (at + LEAD - REACH_START) * STREAMS + STREAMS;
    for (let slot = last - REACH * STREAMS; slot < last; slot++) {
      const start = starts[slot] ?? -1;
      if (start < 0) continue;
      const from = start + (partOf[slot - last + REACH * STREAMS] ?? 0);
      a += pairs[from] ?? 0;
      b += pairs[from + 1] ?? 0;
      c += pairs[from + 2] ?? 0;
      d += pairs[from + 3] ?? 0;
      e += pairs[from + 4] ?? 0;
      f += pairs[from + 5] ?? 0;
      g += pairs[from + 6] ?? 0;
      h += pairs[from + 7] ?? 0;
    }
    const place = at * TAGS;
    part(place, a | 0);
    part(place + 2, b | 0);
    part(place + 4, c | 0);
    part(place + 6, d | 0);
    part(place + 8, e | 0);
    part(place + 10, f | 0);
    part(place + 12, g | 0);
    part(place + 14, h | 0);
  }

  function part(place: number, pair: number): void {
    const even = (pair << 16) >> 16;
    scores[place] = even;
    scores[place + 1] = (pair - even) >> 16;
  }

  return {
    score(streams, length) {
      if (scores.length < length * TAGS) {
        scores = new Int32Array((length + 256) * TAGS);
        starts = new Int32Array((length + 256 + 2 * LEAD) * STREAMS);
      }
      find(streams, length);
      for (let at = 0; at < length; at++) addUp(at);
      return scores;
    },
  };
}
