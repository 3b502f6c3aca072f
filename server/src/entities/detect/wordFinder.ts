import { wordsByEnd, wordsByStart, type WordBuckets } from '../../core/wordBuckets';

/** Finds words of a list at a place in a text. */
export interface WordFinder {
  /** The length in UTF-16 code units of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number;
  /** The length of the longest word that ends at `end`, not included; 0 where none does. */
  lengthBefore(text: string, end: number): number;
}

/** Makes a finder. The words are sorted when one is first looked for: a program that starts has no time for that. */
export function createWordFinder(words: readonly string[]): WordFinder {
  let byStart: WordBuckets | undefined;
  let byEnd: WordBuckets | undefined;
  return {
    lengthAt: (text, at) => (byStart ??= wordsByStart(words)).longestAt(text, at),
    lengthBefore: (text, end) => (byEnd ??= wordsByEnd(words)).longestAt(text, end),
  };
}
