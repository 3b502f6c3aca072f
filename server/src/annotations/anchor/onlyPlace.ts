import { hashOfSpan } from '../../core/hash';

/**
 * Makes what gives the place of some words that a text has once; undefined if it has them more often or not at all. The
 * words must have at least `KEY` code units. The text is read once, when words are first looked for, so that many can be.
 * Words whose beginning is all over the text are not found: they say nothing of the place.
 */
export function onlyPlaceFinder(text: string): (words: string) => number | undefined {
  let places: Places | undefined;
  return (words) => {
    places ??= placesIn(text);
    const { last, earlier } = places;
    let found: number | undefined;
    let left = MOST_CANDIDATES;
    for (let at = last[slotOf(words, 0, last.length)] ?? -1; at >= 0; at = earlier[at] ?? -1) {
      if (left-- === 0) return undefined;
      if (!text.startsWith(words, at)) continue;
      if (found !== undefined) return undefined;
      found = at;
    }
    return found;
  };
}

/** As many code units at the beginning of words are looked up. */
export const KEY = 8;
/** As many places are compared with the words. */
const MOST_CANDIDATES = 1000;

/** The places of a text by what is written there: of each slot the last place, and of each place the one before it. */
interface Places {
  readonly last: Int32Array;
  readonly earlier: Int32Array;
}

function placesIn(text: string): Places {
  const count = Math.max(0, text.length - KEY + 1);
  const last = new Int32Array(2 ** Math.ceil(Math.log2(count + 1))).fill(-1);
  const earlier = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const slot = slotOf(text, at, last.length);
    earlier[at] = last[slot] ?? -1;
    last[slot] = at;
  }
  return { last, earlier };
}

function slotOf(text: string, at: number, slots: number): number {
  return hashOfSpan(text, { start: at, end: at + KEY }) % slots;
}
