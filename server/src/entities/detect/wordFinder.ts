/** Finds words of a list at a place in a text. */
export interface WordFinder {
  /** The length in UTF-16 code units of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number;
  /** The length of the longest word that ends at `end`, not included; 0 where none does. */
  lengthBefore(text: string, end: number): number;
}

/**
 * Makes a finder that looks only where the first or last character is right, so that most places cost one look, and that
 * takes no longer where thousands of words share that character. The words are sorted when one is first looked for: a
 * program that starts has no time for that.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  let known: ReadonlySet<string> | undefined;
  let byFirst: Map<number, number[]> | undefined;
  let byLast: Map<number, number[]> | undefined;
  const isWord = (word: string): boolean => (known ??= new Set(words)).has(word);
  return {
    lengthAt(text, at) {
      byFirst ??= lengthsOf(words, (word) => word.charCodeAt(0));
      const lengths = byFirst.get(text.charCodeAt(at));
      const left = text.length - at;
      return lengths?.find((length) => length <= left && isWord(text.slice(at, at + length))) ?? 0;
    },
    lengthBefore(text, end) {
      if (end <= 0) return 0;
      byLast ??= lengthsOf(words, (word) => word.charCodeAt(word.length - 1));
      const lengths = byLast.get(text.charCodeAt(end - 1));
      return lengths?.find((length) => length <= end && isWord(text.slice(end - length, end))) ?? 0;
    },
  };
}

/** The lengths of the words with the same character, the longest first. */
function lengthsOf(words: readonly string[], keyOf: (word: string) => number): Map<number, number[]> {
  const lengths = new Map<number, number[]>();
  for (const word of words) {
    if (word === '') continue;
    const key = keyOf(word);
    const list = lengths.get(key);
    if (!list) lengths.set(key, [word.length]);
    else if (!list.includes(word.length)) list.push(word.length);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  return lengths;
}
