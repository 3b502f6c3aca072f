import { openContainer } from '../../../core/container';
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
export const TAGGER_MARK = 0x47415447;

/** What is before the numbers of the file. */
export interface TaggerHeader {
  /** Numbers of n-grams and of words. */
  readonly grams: number;
  readonly words: number;
  /** See `TaggerModel`. */
  readonly unit: number;
}

const TRANSITIONS = SIDES * SIDES + 4 * TAGGED_TYPES.length;

/**
 * Reads dictionaries/models/entity-tagger.bin, a container with, little-endian: transitions (16 bits each); the classes of Han
 * characters (8); differences between the sorted keys of n-grams and of words (16); classes of words (8); the size of each n-gram's
 * row (8); the rows (see rows.ts). Throws an `Error` with a plain reason where the file is another, or damaged.
 */
export function readModel(source: Uint8Array): TaggerModel {
  const { header, content: bytes } = openContainer(source, TAGGER_MARK);
  const { grams, words, unit } = header as TaggerHeader;

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
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

function readKeys(bytes: Uint8Array, start: number, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let key = 0;
  for (let index = 0, at = start; index < count; index++, at += 2) {
    key += (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    keys[index] = key;
  }
  return keys;
}
