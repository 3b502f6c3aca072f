import { LONGEST_WORD, type WordList } from '../model/words';

/** Characters of the longest word that ends where another begins. */
const LONGEST_BEFORE = 4;

/**
 * Whether, of `size` characters that are written twice from `at` on, the first ones end a known word and the second ones
 * begin one, so that both may be right: 人体|体检.
 */
export function isMeetingOfWords(text: string, at: number, size: number, words: WordList): boolean {
  const middle = at + size;
  return endsWord(text, at, middle, words) && beginsWord(text, middle, size, words);
}

function endsWord(text: string, at: number, end: number, words: WordList): boolean {
  for (let start = Math.max(0, end - LONGEST_BEFORE); start < at; start++) {
    words.startingAt(text, start, end, codes);
    if ((codes[end - start] ?? -1) >= 0) return true;
  }
  return false;
}

function beginsWord(text: string, start: number, size: number, words: WordList): boolean {
  words.startingAt(text, start, Math.min(text.length, start + LONGEST_WORD), codes);
  for (let length = size + 1; length <= LONGEST_WORD; length++) if ((codes[length] ?? -1) >= 0) return true;
  return false;
}

// Room for one search at a time.
const codes = new Int16Array(LONGEST_WORD + 1);
