/**
 * Words by two of their characters, so that a text is compared only with the few that may be at a place. No part of the
 * text is copied for it: that would take most of the time where thousands of words are looked for at every character.
 */
export interface WordBuckets {
  /** The length, in UTF-16 code units, of the longest word at a place of a text; 0 where there is none. */
  longestAt(text: string, at: number): number;
  /** Visits every word of two and more code units at a place of a text, the longest first, by its index in the list of words. */
  eachAt(text: string, at: number, visit: (index: number) => void): void;
}

/** Sorts words by their beginnings: a word is at the place where it begins. Empty words are at no place. */
export function wordsByStart(words: readonly string[]): WordBuckets {
  return bucketsOf(words, false);
}

/** Sorts words by their ends: a word is at the place after its last character. Empty words are at no place. */
export function wordsByEnd(words: readonly string[]): WordBuckets {
  return bucketsOf(words, true);
}

function bucketsOf(words: readonly string[], isByEnd: boolean): WordBuckets {
  const bits = Math.max(5, 35 - Math.clz32(words.length));
  const slots = 1 << (bits - 3);
  const hashOfWord = (word: string): number => {
    const [outer, inner] = isByEnd ? [word.length - 1, word.length - 2] : [0, 1];
    return hashOf(word.charCodeAt(outer), word.length === 1 ? NONE : word.charCodeAt(inner));
  };
  const hasSingles = words.some(({ length }) => length === 1);
  // Most places have no word. A few bits, which stay in the processor's cache, are enough to exclude them.
  const filter = new Uint8Array((1 << bits) >> 3);
  const filterMask = (1 << bits) - 1;
  const { starts, entries } = sortedInto(slots, words, (word) => {
    const hash = hashOfWord(word);
    const bit = hash & filterMask;
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    return hash & (slots - 1);
  });
  const mayHold = (hash: number): boolean => {
    const bit = hash & filterMask;
    return (((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  };

  const isAt = (word: string, text: string, at: number): boolean =>
    isByEnd ? word.length <= at && text.startsWith(word, at - word.length) : text.startsWith(word, at);
  const longestOf = (hash: number, text: string, at: number): number => {
    if (!mayHold(hash)) return 0;
    const slot = hash & (slots - 1);
    for (let entry = starts[slot] ?? 0, end = starts[slot + 1] ?? 0; entry < end; entry++) {
      const word = words[entries[entry] ?? 0] ?? '';
      if (isAt(word, text, at)) return word.length;
    }
    return 0;
  };
  const outerAt = (text: string, at: number): number => text.charCodeAt(isByEnd ? at - 1 : at);
  const innerAt = (text: string, at: number): number => text.charCodeAt(isByEnd ? at - 2 : at + 1);
  return {
    longestAt(text, at) {
      const outer = outerAt(text, at);
      const found = longestOf(hashOf(outer, innerAt(text, at)), text, at);
      return found > 0 || !hasSingles ? found : longestOf(hashOf(outer, NONE), text, at);
    },
    eachAt(text, at, visit) {
      const hash = hashOf(outerAt(text, at), innerAt(text, at));
      if (!mayHold(hash)) return;
      const slot = hash & (slots - 1);
      for (let entry = starts[slot] ?? 0, end = starts[slot + 1] ?? 0; entry < end; entry++) {
        const index = entries[entry] ?? 0;
        const word = words[index] ?? '';
        if (word.length > 1 && isAt(word, text, at)) visit(index);
      }
    },
  };
}

/** In the place of the second character of a word that has one only. */
const NONE = 0;

function hashOf(outer: number, inner: number): number {
  return Math.imul(Math.imul(outer, 0x9e3779b1) ^ inner, 0x85ebca6b) >>> 8;
}

/** The indices of words by slot, the longest word of each slot first: those of `slot` lie from `starts[slot]` on. */
function sortedInto(
  slots: number,
  words: readonly string[],
  slotOfWord: (word: string) => number,
): { readonly starts: Uint32Array; readonly entries: Uint32Array } {
  const starts = new Uint32Array(slots + 1);
  const slotOfEach = new Int32Array(words.length).fill(-1);
  words.forEach((word, index) => {
    if (word === '') return;
    const slot = slotOfWord(word);
    slotOfEach[index] = slot;
    starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
  });
  for (let slot = 0; slot < slots; slot++) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
  const entries = new Uint32Array(starts[slots] ?? 0);
  const filled = new Uint32Array(slots);
  const lengthOf = (entry: number): number => words[entries[entry] ?? 0]?.length ?? 0;
  slotOfEach.forEach((slot, index) => {
    if (slot < 0) return;
    const first = starts[slot] ?? 0;
    let entry = first + (filled[slot] ?? 0);
    const { length } = words[index] ?? '';
    for (; entry > first && lengthOf(entry - 1) < length; entry--) entries[entry] = entries[entry - 1] ?? 0;
    entries[entry] = index;
    filled[slot] = (filled[slot] ?? 0) + 1;
  });
  return { starts, entries };
}
