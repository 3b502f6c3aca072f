import { SIDES, type Transitions } from './decode';
import { REACH } from './grams';
import { keyTable, type KeyTable } from './keys';
import type { Lexicon } from './lexicon';
import { readRows, type Rows } from './rows';
import { CLASSED_HAN, readAlphabet, type Alphabet } from './symbols';
import { TAGGED_TYPES, TAGS } from './tags';

/** What a tagger goes by. */
export interface TaggerModel {
  readonly alphabet: Alphabet;
  readonly lexicon: Lexicon;
  readonly grams: KeyTable;
  readonly rows: Rows;
  readonly transitions: Transitions;
  /** What a margin is divided by, so that 1 is what the training strove for. */
  readonly unit: number;
}

/** Weights of one n-gram. */
export const ROW = REACH * TAGS;

/** The first four bytes of the file: "GTAG". */
export const MODEL_MARK = 0x47415447;

/** Bytes of the mark, the checksum, three counts and the unit. */
export const MODEL_HEADER = 24;

const TRANSITIONS = SIDES * SIDES + 4 * TAGGED_TYPES.length;

/**
 * Reads dictionaries/models/entity-tagger.bin, little-endian throughout: the mark, a checksum of all that follows it, the
 * numbers of n-grams, of words and of bytes of weights, the unit (32 bits each); transitions (16 bits); the classes of
 * Han characters (8); differences between the sorted keys of n-grams and of words (16); classes of words (8); the size
 * of each n-gram's row (8); the rows (see rows.ts). Throws an `Error` with a plain reason where the file is another, or
 * damaged.
 */
export function readModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < MODEL_HEADER || view.getUint32(0, true) !== MODEL_MARK)
    throw new Error('not a model of the tagger');
  const [sum = 0, grams = 0, words = 0, weightBytes = 0, unit = 0] = [4, 8, 12, 16, 20].map((at) =>
    view.getUint32(at, true),
  );
  const length = MODEL_HEADER + 2 * TRANSITIONS + CLASSED_HAN + 3 * grams + 3 * words + weightBytes;
  if (bytes.length !== length) throw new Error(`cut short: ${bytes.length} bytes instead of ${length}`);
  if (checksum(bytes) !== sum) throw new Error('damaged: its checksum is wrong');

  let at = MODEL_HEADER;
  const transitions = Int32Array.from({ length: TRANSITIONS }, (_, index) => view.getInt16(at + 2 * index, true));
  at += 2 * TRANSITIONS;
  const alphabet = readAlphabet(bytes.subarray(at, (at += CLASSED_HAN)));
  const gramKeys = readKeys(bytes, at, grams);
  const wordKeys = readKeys(bytes, (at += 2 * grams), words);
  const classes = bytes.subarray((at += 2 * words), (at += words));
  return {
    alphabet,
    lexicon: { keys: keyTable(wordKeys), classes },
    grams: keyTable(gramKeys),
    rows: readRows(bytes.subarray(at, at + grams), bytes.subarray(at + grams)),
    transitions: { between: transitions.subarray(0, SIDES * SIDES), within: transitions.subarray(SIDES * SIDES) },
    unit: Math.max(1, unit),
  };
}

/** A sum over what is after the checksum that any single damaged byte changes. */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  let at = 8;
  for (; at + 4 <= bytes.length; at += 4) sum = (Math.imul(sum, 31) + view.getInt32(at, true)) | 0;
  for (; at < bytes.length; at++) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return sum >>> 0;
}

function readKeys(bytes: Uint8Array, start: number, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let key = 0;
  for (let index = 0, at = start; index < count; index++, at += 2) {
    key += (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    keys[index] = key;
  }
  return keys;
}
