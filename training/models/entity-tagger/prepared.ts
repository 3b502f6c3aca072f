import { LONGEST_GRAM, STREAMS, keysAt, type Streams } from '../../../server/src/entities/detect/tagger/grams';
import { KEY_BITS } from '../../../server/src/entities/detect/tagger/keys';
import type { lineReader } from '../../../server/src/entities/detect/tagger/lines';
import { allowedTags, type Sentence } from './sentences';

export type Reader = ReturnType<typeof lineReader>;

/** Sentences of one kind. */
export interface TrainingSet {
  readonly sentences: readonly Sentence[];
  /** How often each of them counts. */
  readonly weight: number;
  /** Its convention differs: what it says of persons, places and organisations is half kept to itself. */
  readonly isForeign: boolean;
}

/** Rows at each character: those of one stream after another, the shorter n-grams first. */
export const GRAMS = STREAMS * LONGEST_GRAM;

/** A sentence with all that training asks of it. */
export interface Prepared {
  readonly length: number;
  /** `GRAMS` rows for each character and both edges, the edge before it first, or -1. */
  readonly rows: Int32Array;
  /** For each character, the tags that it may have: bit n for tag n. */
  readonly allowed: Uint32Array;
  readonly weight: number;
  /** The weights that its set keeps to itself. */
  readonly own: Int16Array | undefined;
}

/** Reads all sentences, with the keys' places in their list as rows. `size` is the number of weights in all rows. */
export function prepare(sets: readonly TrainingSet[], reader: Reader, keys: Uint32Array, size: number): Prepared[] {
  const indexes = new Int32Array(2 ** KEY_BITS);
  keys.forEach((key, index) => (indexes[key] = index + 1));
  const find = (key: number): number => (indexes[key] ?? 0) - 1;
  return sets.flatMap(({ sentences, weight, isForeign }) => {
    const own = isForeign ? new Int16Array(size) : undefined;
    return sentences.map((sentence) => {
      const { length } = sentence.text;
      const streams = reader.read(sentence.text, 0, length);
      const rows = new Int32Array((length + 2) * GRAMS);
      for (let at = -1; at <= length; at++)
        rowsAt(streams, at, find, rows.subarray((at + 1) * GRAMS, (at + 2) * GRAMS));
      return { length, rows, allowed: allowedTags(sentence), weight, own };
    });
  });
}

/** The keys of all n-grams that occur as often as `least`, rising. */
export function keysOf(sets: readonly TrainingSet[], reader: Reader, least: number): Uint32Array {
  const counts = new Uint8Array(2 ** KEY_BITS);
  const kept: number[] = [];
  const count = (key: number): number => {
    const before = counts[key] ?? 0;
    if (before < least) counts[key] = before + 1;
    if (before === least - 1) kept.push(key);
    return 0;
  };
  const rows = new Int32Array(GRAMS);
  for (const { text } of sets.flatMap(({ sentences }) => sentences)) {
    const streams = reader.read(text, 0, text.length);
    for (let at = -1; at <= text.length; at++) rowsAt(streams, at, count, rows);
  }
  return Uint32Array.from(kept).sort();
}

/** Puts the row of each n-gram that begins at a character into `rows`, or -1. */
function rowsAt(streams: Streams, at: number, find: (key: number) => number, rows: Int32Array): void {
  const keys = new Uint32Array(LONGEST_GRAM);
  rows.fill(-1);
  streams.forEach((symbols, stream) => {
    const count = keysAt(symbols, stream, at, keys);
    for (let length = 0; length < count; length++) rows[stream * LONGEST_GRAM + length] = find(keys[length] ?? 0);
  });
}
