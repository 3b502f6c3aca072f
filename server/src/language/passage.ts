import { LONGEST, type NgramModel } from './ngrams';
import { BOUNDARY } from './symbols';

/**
 * A text as the model sees it. Its symbols have a boundary before the first and after the last character, so the symbol
 * of `text[i]` is `symbols[i + 1]`; the other arrays are in step with the symbols.
 */
export interface Passage {
  readonly text: string;
  readonly symbols: Uint16Array;
  /** Counts of the runs that end at a symbol, `LONGEST` to a symbol. */
  readonly counts: Float64Array;
  /** How surprising a symbol is after those before it: the negative logarithm of its probability, in nats. */
  readonly surprise: Float64Array;
}

/** Reads a text with the model. */
export function readPassage(text: string, ngrams: NgramModel): Passage {
  const length = text.length + 2;
  const symbols = new Uint16Array(length);
  for (let at = 0; at < text.length; at++) symbols[at + 1] = ngrams.symbolOf(text.charCodeAt(at));
  const counts = new Float64Array(length * LONGEST);
  const surprise = new Float64Array(length);
  ngrams.countsAt(symbols, 0, counts, 0);
  for (let at = 1; at < length; at++) {
    ngrams.countsAt(symbols, at, counts, at * LONGEST);
    surprise[at] = -ngrams.logProbability(counts, at * LONGEST, (at - 1) * LONGEST);
  }
  return { text, symbols, counts, surprise };
}

/** What a change of a passage would do. */
export interface Trial {
  /** By how many nats the changed text is likelier. */
  readonly gain: number;
  /** The part of the gain at the changed character itself, given what stands before it. */
  readonly gainBefore: number;
  /** The part of the gain in the characters after it. */
  readonly gainAfter: number;
  /** The mean surprise of the changed character and those after it, after the change. */
  readonly surpriseAfter: number;
  /** The longest run known to the model that covers the changed place, after the change. */
  readonly cover: number;
  /** The same, of runs that reach to both sides of the place. */
  readonly coverBoth: number;
}

/** Symbols after a change whose probability it touches. */
const REACH = LONGEST - 1;

/**
 * Tries changes of a passage, one after another. A trial puts `inserted` in the place of `removed` symbols from `at` on;
 * it gives up, with undefined, once the gain cannot reach `needed`.
 */
export function createTrials(passage: Passage, ngrams: NgramModel): (at: number, removed: number, inserted: number, needed: number) => Trial | undefined {
  const { symbols, surprise, counts } = passage;
  const window = new Uint16Array(3 * LONGEST);
  const windowCounts = new Float64Array(window.length * LONGEST);

  return (at, removed, inserted, needed) => {
    const start = Math.max(0, at - REACH);
    const before = at - start;
    for (let index = 0; index < before; index++) window[index] = symbols[start + index] ?? BOUNDARY;
    let length = before;
    if (inserted >= 0) window[length++] = inserted;
    const rest = Math.min(REACH, symbols.length - at - removed);
    for (let index = 0; index < rest; index++) window[length++] = symbols[at + removed + index] ?? BOUNDARY;

    let old = 0;
    for (let index = 0; index < removed + rest; index++) old += surprise[at + index] ?? 0;
    if (old < needed) return undefined;
    for (let index = 0; index < LONGEST; index++) windowCounts[(before - 1) * LONGEST + index] = counts[(at - 1) * LONGEST + index] ?? 0;
    let changed = 0;
    let first = 0;
    let cover = 0;
    let coverBoth = 0;
    const own = inserted >= 0 ? 1 : 0;
    for (let index = before; index < length; index++) {
      ngrams.countsAt(window, index, windowCounts, index * LONGEST);
      const nats = -ngrams.logProbability(windowCounts, index * LONGEST, (index - 1) * LONGEST);
      changed += nats;
      if (old - changed < needed) return undefined;
      if (index === before) first = nats;
      const order = orderAt(windowCounts, index);
      const steps = index - before;
      if (own === 1) {
        if (order > steps) cover = Math.max(cover, order);
        if (steps >= 1 && order > steps + 1) coverBoth = Math.max(coverBoth, order);
      } else if (order > steps + 1) cover = coverBoth = Math.max(cover, order);
    }
    let oldFirst = 0;
    for (let index = 0; index < Math.max(removed, own); index++) oldFirst += surprise[at + index] ?? 0;
    if (removed === 0) oldFirst = 0;
    const gain = old - changed;
    const gainBefore = own === 1 && removed > 0 ? oldFirst - first : 0;
    return { gain, gainBefore, gainAfter: gain - gainBefore, surpriseAfter: changed / Math.max(1, length - before), cover, coverBoth };
  };
}

/** The longest known run that covers a symbol of the passage as it stands, and the longest that reaches to both its sides. */
export function coverAt({ counts, symbols }: Passage, at: number): { readonly cover: number; readonly coverBoth: number } {
  let cover = 0;
  let coverBoth = 0;
  for (let steps = 0; steps <= REACH && at + steps < symbols.length; steps++) {
    const order = orderAt(counts, at + steps);
    if (order > steps) cover = Math.max(cover, order);
    if (steps >= 1 && order > steps + 1) coverBoth = Math.max(coverBoth, order);
  }
  return { cover, coverBoth };
}

function orderAt(counts: Float64Array, at: number): number {
  let order = 0;
  while (order < LONGEST && (counts[at * LONGEST + order] ?? 0) > 0) order++;
  return order;
}
