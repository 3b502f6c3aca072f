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

/** Streams of what `lexiconReader` finds: names of places, persons and organisations; ordinary words. */
const KINDS = [LexiconClass.place, LexiconClass.person, LexiconClass.organisation, LexiconClass.common] as const;

/** Codes of a character in a word: at its beginning, within or at its end, for words of two, three and more characters. */
const CODES = 10;

/** Finds, at every character of a line, the longest words that cover it. Reuses its memory from line to line. */
export function lexiconReader({ keys, classes }: Lexicon): {
  /** Fills the two streams for a line of `length` characters: names of places, persons, organisations; ordinary words. */
  read(characters: Uint16Array, length: number, names: Uint16Array, words: Uint16Array): void;
} {
  let longest = KINDS.map(() => new Uint8Array(0));
  let codes = KINDS.map(() => new Uint8Array(0));

  function cover(kind: number, at: number, size: number): void {
    const sizes = longest[kind] ?? NONE;
    const marks = codes[kind] ?? NONE;
    const last = at + size - 1;
    const ofSize = 3 * Math.min(2, size - SHORTEST_WORD);
    for (let inner = at; inner <= last; inner++) {
      if ((sizes[inner] ?? 0) >= size) continue;
      sizes[inner] = size;
      marks[inner] = ofSize + (inner === at ? 1 : inner === last ? 3 : 2);
    }
  }

  function findWords(characters: Uint16Array, at: number, most: number): void {
    let state = mixed(WORD_STATE, characters[at + MARGIN] ?? 0);
    for (let size = SHORTEST_WORD; size <= most; size++) {
      state = mixed(state, characters[at + MARGIN + size - 1] ?? 0);
      const found = keys.find(finished(state));
      if (found < 0) return;
      const kinds = classes[found] ?? 0;
      if ((kinds & LexiconClass.place) !== 0) cover(0, at, size);
      if ((kinds & LexiconClass.person) !== 0) cover(1, at, size);
      if ((kinds & LexiconClass.organisation) !== 0) cover(2, at, size);
      if ((kinds & LexiconClass.common) !== 0) cover(3, at, size);
      if ((kinds & LexiconClass.goesOn) === 0) return;
    }
  }

  return {
    read(characters, length, names, words) {
      if ((longest[0]?.length ?? 0) < length) {
        longest = KINDS.map(() => new Uint8Array(length + 256));
        codes = KINDS.map(() => new Uint8Array(length + 256));
      }
      for (const list of [...longest, ...codes]) list.fill(0, 0, length);
      for (let at = 0; at < length; at++) findWords(characters, at, Math.min(LONGEST_WORD, length - at));
      const [places = NONE, persons = NONE, organisations = NONE, common = NONE] = codes;
      for (let at = 0; at < length; at++) {
        names[at + MARGIN] = (places[at] ?? 0) + CODES * ((persons[at] ?? 0) + CODES * (organisations[at] ?? 0));
        words[at + MARGIN] = common[at] ?? 0;
      }
    },
  };
}

const NONE = new Uint8Array();
