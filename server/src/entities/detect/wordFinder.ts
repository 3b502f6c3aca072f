/** Finds words of a list at a place in a text. */
export interface WordFinder {
  /** The length in UTF-16 code units of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number;
  /** The length of the longest word that ends at `end`, not included; 0 where none does. */
  lengthBefore(text: string, end: number): number;
}

/**
 * Makes a finder that looks only at words with the right first or last character, so that most places cost one look.
 * The words are sorted when one is first looked for: a program that starts has no time for that.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  let byFirst: Map<number, string[]> | undefined;
  let byLast: Map<number, string[]> | undefined;
  return {
    lengthAt(text, at) {
      byFirst ??= longestFirst(words, (word) => word.charCodeAt(0));
      return byFirst.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at))?.length ?? 0;
    },
    lengthBefore(text, end) {
      if (end <= 0) return 0;
      byLast ??= longestFirst(words, (word) => word.charCodeAt(word.length - 1));
      return byLast.get(text.charCodeAt(end - 1))?.find((word) => text.endsWith(word, end))?.length ?? 0;
    },
  };
}

function longestFirst(words: readonly string[], keyOf: (word: string) => number): Map<number, string[]> {
  const lists = new Map<number, string[]>();
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    if (word === '') continue;
    const key = keyOf(word);
    const list = lists.get(key);
    if (list) list.push(word);
    else lists.set(key, [word]);
  }
  return lists;
}
