import { MOST_ROWS, gramRows } from './gramRows';
import { REACH, REACH_START, STREAMS, type Streams } from './grams';
import type { KeyTable } from './keys';
import { PAIRS, type Rows } from './rows';
import { TAGS } from './tags';

/** Positions before the first character and after the last whose n-grams speak of characters of the line, and some to spare. */
const LEAD = 5;

/** Adds up the weights of all n-grams that speak of a character. Reuses its memory from line to line. */
export function scorer(
  grams: KeyTable,
  rows: Rows,
): {
  /** `TAGS` scores for each of the `length` characters; valid until the next call. */
  score(streams: Streams, length: number): Int32Array;
} {
  const { pairs } = rows;
  const { find } = gramRows(grams, rows);
  /** For each position the starts of the rows to add, `MOST_ROWS` places, and how many they are; the first character is at `LEAD`. */
  let starts = new Int32Array(0);
  let counts = new Uint8Array(0);
  let scores = new Int32Array(0);

  function findRows(streams: Streams, length: number): void {
    counts.fill(0, 0, length + 2 * LEAD);
    for (let at = -1; at <= length; at++) {
      const first = (at + LEAD) * MOST_ROWS;
      let next = first;
      for (let stream = 0; stream < STREAMS; stream++) {
        const symbols = streams[stream];
        if (symbols) next = find(stream, symbols, at, starts, next);
      }
      counts[at + LEAD] = next - first;
    }
  }

  function addUp(at: number): void {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    // The n-grams that begin furthest on speak of this character with the first part of their rows.
    const last = at + LEAD - REACH_START;
    for (let part = 0; part < REACH; part++) {
      const first = (last - part) * MOST_ROWS;
      const end = first + (counts[last - part] ?? 0);
      for (let index = first; index < end; index++) {
        const from = (starts[index] ?? 0) + part * PAIRS;
        a = (a + (pairs[from] ?? 0)) | 0;
        b = (b + (pairs[from + 1] ?? 0)) | 0;
        c = (c + (pairs[from + 2] ?? 0)) | 0;
        d = (d + (pairs[from + 3] ?? 0)) | 0;
        e = (e + (pairs[from + 4] ?? 0)) | 0;
        f = (f + (pairs[from + 5] ?? 0)) | 0;
        g = (g + (pairs[from + 6] ?? 0)) | 0;
        h = (h + (pairs[from + 7] ?? 0)) | 0;
      }
    }
    const place = at * TAGS;
    put(place, a);
    put(place + 2, b);
    put(place + 4, c);
    put(place + 6, d);
    put(place + 8, e);
    put(place + 10, f);
    put(place + 12, g);
    put(place + 14, h);
  }

  function put(place: number, pair: number): void {
    const even = (pair << 16) >> 16;
    scores[place] = even;
    scores[place + 1] = (pair - even) >> 16;
  }

  return {
    score(streams, length) {
      if (scores.length < length * TAGS) {
        scores = new Int32Array((length + 256) * TAGS);
        starts = new Int32Array((length + 256 + 2 * LEAD) * MOST_ROWS);
        counts = new Uint8Array(length + 256 + 2 * LEAD);
      }
      findRows(streams, length);
      for (let at = 0; at < length; at++) addUp(at);
      return scores;
    },
  };
}
