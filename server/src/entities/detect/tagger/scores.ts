import { LONGEST_GRAM, REACH, REACH_START, STREAMS, keysAt, type Streams } from './grams';
import type { KeyTable } from './keys';
import { PAIRS, ROW_PAIRS, type Rows } from './rows';
import { TAGS } from './tags';

/** Positions before the first character and after the last whose n-grams speak of characters of the line, and some to spare. */
const LEAD = 5;

/** N-grams of all streams that begin at one character. */
const SLOTS = STREAMS * LONGEST_GRAM;

/** Adds up the weights of all n-grams that speak of a character. Reuses its memory from line to line. */
export function scorer(
  grams: KeyTable,
  { pairs, isReady, ready }: Rows,
): {
  /** `TAGS` scores for each of the `length` characters; valid until the next call. */
  score(streams: Streams, length: number): Int32Array;
} {
  const keys = new Uint32Array(LONGEST_GRAM);
  /** Which part of a row speaks of a character, from the n-grams that begin before it to those after it. */
  const partOf = Int32Array.from({ length: REACH * SLOTS }, (_, at) => (REACH - 1 - Math.floor(at / SLOTS)) * PAIRS);
  /**
   * For each position, stream and length of an n-gram the start of the row to add, or -1; the first character is at `LEAD`. Rows are
   * not added up beforehand: a key may be that of another n-gram, so its row would depend on which of them was read first.
   */
  let starts = new Int32Array(0);
  let scores = new Int32Array(0);

  function find(streams: Streams, length: number): void {
    starts.fill(-1, 0, (length + 2 * LEAD) * SLOTS);
    for (let stream = 0; stream < STREAMS; stream++) {
      const symbols = streams[stream];
      if (!symbols) continue;
      for (let at = -1; at <= length; at++) {
        const count = keysAt(symbols, stream, at, keys);
        for (let size = 0; size < count; size++) {
          const row = grams.find(keys[size] ?? 0);
          if (row < 0) continue;
          if (isReady[row] === 0) ready(row);
          starts[(at + LEAD) * SLOTS + stream * LONGEST_GRAM + size] = row * ROW_PAIRS;
        }
      }
    }
  }

  function addUp(at: number): void {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    // The n-grams that begin furthest on speak of this character with the first part of their rows.
    const last = (at + LEAD - REACH_START + 1) * SLOTS;
    for (let slot = last - REACH * SLOTS; slot < last; slot++) {
      const start = starts[slot] ?? -1;
      if (start < 0) continue;
      const from = start + (partOf[slot - last + REACH * SLOTS] ?? 0);
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
        starts = new Int32Array((length + 256 + 2 * LEAD) * SLOTS);
      }
      find(streams, length);
      for (let at = 0; at < length; at++) addUp(at);
      return scores;
    },
  };
}
