import { MARGIN, finished, mixed } from './grams';
import type { KeyTable } from './keys';

/** What a word of the lexicon may be, as bits. */
export const LexiconClass = {
  place: 1,
  person: 2,
  organisation: 4,
  /** An ordinary word. */
  common: 8,
  /** Not a word in itself, or not only: longer words begin with it. */
  goesOn: 128,
} as const;

/** Words by their keys alone. */
export interface Lexicon {
  readonly keys: KeyTable;
  /** `LexiconClass` bits, by the index of the key. */
  readonly classes: Uint8Array;
}

export const SHORTEST_WORD = 2;
export const LONGEST_WORD = 12;

/** Where a running hash of a word begins. */
export const WORD_STATE = 0x3c6ef372;

const NAMED = [LexiconClass.place, LexiconClass.person, LexiconClass.organisation] as const;

/** Finds, at every character of a line, the longest words that cover it. Reuses its memory from line to line. */
export function lexiconReader(lexicon: Lexicon): {
  /** Fills the two streams for a line of `length` characters: names of places, persons, organisations; ordinary words. */
  read(characters: Uint16Array, length: number, names: Uint16Array, words: Uint16Array): void;
} {
  let longest = [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)];
  const cover = (list: Uint8Array, codes: Uint16Array, at: number, length: number, step: number): void => {
    for (let inner = 0; inner < length; inner++) {
      const known = list[at + inner] ?? 0;
      if (known >= length) continue;
      list[at + inner] = length;
      const place = MARGIN + at + inner;
      const code = (inner === 0 ? 1 : inner === length - 1 ? 3 : 2) + 3 * Math.min(2, length - SHORTEST_WORD);
      codes[place] =
        ((codes[place] ?? 0) % step) + code * step + Math.floor((codes[place] ?? 0) / (step * 10)) * step * 10;
    }
  };
  return {
    read(characters, length, names, words) {
      if ((longest[0]?.length ?? 0) < length) longest = longest.map(() => new Uint8Array(length + 256));
      for (const list of longest) list.fill(0, 0, length);
      for (let at = 0; at < length; at++) {
        let state = WORD_STATE;
        const last = Math.min(LONGEST_WORD, length - at);
        for (let size = 1; size <= last; size++) {
          state = mixed(state, characters[at + MARGIN + size - 1] ?? 0);
          if (size < SHORTEST_WORD) continue;
          const found = lexicon.keys.find(finished(state));
          if (found < 0) break;
          const classes = lexicon.classes[found] ?? 0;
          for (let index = 0, step = 1; index < NAMED.length; index++, step *= 10)
            if ((classes & (NAMED[index] ?? 0)) !== 0) cover(longest[index] ?? NONE, names, at, size, step);
          if ((classes & LexiconClass.common) !== 0) cover(longest[3] ?? NONE, words, at, size, 1);
          if ((classes & LexiconClass.goesOn) === 0) break;
        }
      }
    },
  };
}

const NONE = new Uint8Array();
