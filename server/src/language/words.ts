import { bytesOf, mix, valueAt, type Table, type TableShape } from './table';

/** What a word is the name of, if it is one. */
export type WordKind = 'common' | 'person' | 'place' | 'phrase';

/** What is known of a word: its kind, and how common it is on a scale of 0 (rare) to 15, a step being a factor of about 2.5. */
export interface Word {
  readonly kind: WordKind;
  readonly frequency: number;
}

/** The words of two to eight Han characters that dictionaries have, without the words themselves. */
export interface WordList {
  /** The kind and frequency of `text[start, end)` as 4 × frequency + kind (see `WORD_KINDS`), or -1 where it is no word. */
  lookUp(text: string, start: number, end: number): number;
}

/** In the order of their codes. */
export const WORD_KINDS: readonly WordKind[] = ['common', 'person', 'place', 'phrase'];

/** Characters of the longest word. */
export const LONGEST_WORD = 8;

export const WORDS_MAGIC = 0x57594c47;

/** Reads a word list. Throws an `Error` with a plain reason where the bytes are not a whole one. */
export function readWords(bytes: Uint8Array): WordList {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== WORDS_MAGIC) throw new Error('not a word list');
  const length = view.getUint32(4, true);
  if (8 + length > bytes.length) throw new Error('cut short');
  const shape = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as TableShape;
  const table: Table = { shape, bits: bytes.subarray(8 + length) };
  if (table.bits.length !== bytesOf(shape)) throw new Error('cut short');
  return {
    lookUp(text, start, end) {
      let high = HASH_ROOT;
      let low = HASH_ROOT;
      for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        high = mix(high ^ code);
        low = mix(Math.imul(low, 0x01000193) ^ code);
      }
      return valueAt(table, high, low);
    },
  };
}

/** The two hashes under which a word is stored. */
export function hashesOf(word: string): { readonly high: number; readonly low: number } {
  let high = HASH_ROOT;
  let low = HASH_ROOT;
  for (let at = 0; at < word.length; at++) {
    high = mix(high ^ word.charCodeAt(at));
    low = mix(Math.imul(low, 0x01000193) ^ word.charCodeAt(at));
  }
  return { high, low };
}

const HASH_ROOT = 0x85ebca6b;
