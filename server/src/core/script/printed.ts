/** A text, and the same in simplified characters unit for unit. */
export interface PrintedText {
  readonly text: string;
  readonly simplified: string;
}

/**
 * Words of the simplified text as the text has them at their next place from an offset on; the words themselves where
 * there is none.
 */
export function asPrinted({ text, simplified }: PrintedText, words: string, from = 0): string {
  if (text === simplified) return words;
  const at = simplified.indexOf(words, from);
  return at < 0 ? words : text.slice(at, at + words.length);
}
