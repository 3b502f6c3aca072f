/** Finds words of a list at a place in a text. */
export interface WordFinder {
  /** The length in UTF-16 code units of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number;
  /** The length of the longest word that ends at `end`, not included; 0 where none does. */
  lengthBefore(text: string, end: number): number;
}

/** Makes a finder that looks only at words with the right first or last character, so that most places cost one look. */
export function createWordFinder(words: Iterable<string>): WordFinder {
  const byFirst = new Map<number, string[]>();
  const byLast = new Map<number, string[]>();
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    if (word === '') continue;
    append(byFirst, word.charCodeAt(0), word);
    append(byLast, word.charCodeAt(word.length - 1), word);
  }
  return {
    lengthAt: (text, at) => byFirst.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at))?.length ?? 0,
    lengthBefore: (text, end) =>
      end <= 0 ? 0 : (byLast.get(text.charCodeAt(end - 1))?.find((word) => text.endsWith(word, end))?.length ?? 0),
  };
}

function append(lists: Map<number, string[]>, key: number, word: string): void {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}
