import { openContainer } from '../../core/container';
import { mix, readerOf, type TableShape } from './hashTable';

/** What a word is the name of, if it is one. */
export type WordKind = 'common' | 'person' | 'place' | 'phrase';

/** The words of two to eight Han characters that dictionaries have, without the words themselves. */
export interface WordList {
  /**
   * Looks up every word that starts at `text[start]` and ends before `end`: writes 4 × frequency + kind (see
   * `WORD_KINDS`) to `codes[length]`, or -1 where there is no word of that length.
   */
  startingAt(text: string, start: number, end: number, codes: Int16Array): void;
}

/** In the order of their codes. */
export const WORD_KINDS: readonly WordKind[] = ['common', 'person', 'place', 'phrase'];

/**
 * Before the table stand so many bits: one is set for every beginning, of two characters and more, of a longer word. Most
 * runs of a text begin no word, and need not be looked up any further.
 */
const OPENINGS = 1 << 21;
export const OPENINGS_BYTES = OPENINGS / 8;

/** The bit for the first hash of a beginning. */
export function openingOf(high: number): number {
  return high & (OPENINGS - 1);
}

/** Characters of the longest word. */
export const LONGEST_WORD = 8;

/** The first bytes of a word list's file. */
export const WORDS_MARK = 0x57594c47;

/** Reads a word list. Throws an `Error` with a plain reason where the bytes are not a whole one. */
export function readWords(bytes: Uint8Array): WordList {
  const { header, content } = openContainer(bytes, WORDS_MARK);
  const shape = header as TableShape;
  const openings = content.subarray(0, OPENINGS_BYTES);
  const valueOf = readerOf({ shape, bits: content.subarray(OPENINGS_BYTES) });
  return {
    startingAt(text, start, end, codes) {
      codes.fill(-1);
      let high = HASH_ROOT;
      let low = HASH_ROOT;
      for (let size = 1; size <= LONGEST_WORD && start + size <= end; size++) {
        const code = text.charCodeAt(start + size - 1);
        high = mix(high ^ code);
        low = mix(Math.imul(low, 0x01000193) ^ code);
        if (size === 1) continue;
        codes[size] = valueOf(high, low);
        const slot = openingOf(high);
        if (((openings[slot >>> 3] ?? 0) & (1 << (slot & 7))) === 0) break;
      }
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
