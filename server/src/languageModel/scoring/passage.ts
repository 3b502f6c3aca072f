import { createCounts, LONGEST, type Counts, type NgramModel } from '../model/ngrams';
import { BOUNDARY } from '../model/symbols';

/**
 * A text as the model sees it. Its symbols have a boundary before the first and after the last character, so the symbol
 * of `text[i]` is `symbols[i + 1]`; the other arrays are in step with the symbols.
 */
export interface Passage {
  readonly text: string;
  readonly symbols: Uint16Array;
  readonly counts: Counts;
  /** How surprising a symbol is after those before it: the negative logarithm of its probability, in nats. */
  readonly surprise: Float64Array;
}

/** Reads a text with the model. */
export function readPassage(text: string, ngrams: NgramModel): Passage {
  const length = text.length + 2;
  const symbols = new Uint16Array(length);
  for (let at = 0; at < text.length; at++) symbols[at + 1] = ngrams.symbolOf(text.charCodeAt(at));
  const counts = createCounts(length);
  const surprise = new Float64Array(length);
  ngrams.countAt(symbols, 0, counts);
  for (let at = 1; at < length; at++) {
    ngrams.countAt(symbols, at, counts);
    surprise[at] = -ngrams.logProbability(counts, at);
  }
  return { text, symbols, counts, surprise };
}

/** What a change of a passage would do. */
export interface EditScore {
  /** By how many nats the changed text is likelier. */
  readonly gain: number;
  /** The part of the gain at the changed characters themselves, given what is before them. */
  readonly gainBefore: number;
  /** The part of the gain in the characters after them. */
  readonly gainAfter: number;
  /** The mean surprise of the changed characters and those after them, after the change. */
  readonly surpriseAfter: number;
  /** The longest run known to the model that covers the changed place, after the change. */
  readonly cover: number;
  /** The same, of runs that reach to both sides of the place. */
  readonly coverBoth: number;
}

/**
 * Puts symbols in the place of `removed` symbols from `at` on, as an attempt. Gives up, with undefined, once the gain
 * cannot reach `needed`.
 */
export type EditScorer = (
  at: number,
  removed: number,
  inserted: readonly number[],
  needed: number,
) => EditScore | undefined;

/** Symbols after a change whose probability it touches. */
const REACH = LONGEST - 1;

/** Prepares to score changes of a passage. */
export function createEditScorer({ symbols, surprise, counts }: Passage, ngrams: NgramModel): EditScorer {
  const window = new Uint16Array(3 * LONGEST);
  const windowCounts = createCounts(window.length);

  return (at, removed, inserted, needed) => {
    const start = Math.max(0, at - REACH);
    const before = at - start;
    const own = inserted.length;
    for (let index = 0; index < before; index++) window[index] = symbols[start + index] ?? BOUNDARY;
    for (let index = 0; index < own; index++) window[before + index] = inserted[index] ?? BOUNDARY;
    const rest = Math.min(REACH, symbols.length - at - removed);
    const length = before + own + rest;
    for (let index = 0; index < rest; index++) window[before + own + index] = symbols[at + removed + index] ?? BOUNDARY;

    let oldOwn = 0;
    for (let index = 0; index < removed; index++) oldOwn += surprise[at + index] ?? 0;
    let old = oldOwn;
    for (let index = 0; index < rest; index++) old += surprise[at + removed + index] ?? 0;
    if (old < needed) return undefined;
    for (let index = 0; index < LONGEST; index++) {
      windowCounts.counts[(before - 1) * LONGEST + index] = counts.counts[(at - 1) * LONGEST + index] ?? 0;
      windowCounts.weights[(before - 1) * LONGEST + index] = counts.weights[(at - 1) * LONGEST + index] ?? 0;
    }
    let changed = 0;
    let changedOwn = 0;
    let cover = 0;
    let coverBoth = 0;
    for (let index = before; index < length; index++) {
      const steps = index - before;
      // What starts after the change is as the passage has it.
      const same = Math.max(0, steps - own + 1);
      const from = (at + removed + steps - own) * LONGEST;
      const to = index * LONGEST;
      for (let order = 0; order < same; order++) {
        windowCounts.counts[to + order] = counts.counts[from + order] ?? 0;
        windowCounts.weights[to + order] = counts.weights[from + order] ?? 0;
      }
      ngrams.countAt(window, index, windowCounts, same);
      changed -= ngrams.logProbability(windowCounts, index);
      if (old - changed < needed) return undefined;
      if (steps < own) changedOwn = changed;
      const order = orderAt(windowCounts, index);
      if (steps >= own - 1 && order > steps && order > cover) cover = order;
      if (steps >= own && order > steps + 1 && order > coverBoth) coverBoth = order;
    }
    const gain = old - changed;
    const gainBefore = oldOwn - changedOwn;
    return {
      gain,
      gainBefore,
      gainAfter: gain - gainBefore,
      surpriseAfter: changed / Math.max(1, length - before),
      cover,
      coverBoth,
    };
  };
}

/** The longest known run that covers a symbol of the passage as it is, and the longest that reaches to both its sides. */
export function coverAt(
  { counts, symbols }: Passage,
  at: number,
): { readonly cover: number; readonly coverBoth: number } {
  let cover = 0;
  let coverBoth = 0;
  for (let steps = 0; steps <= REACH && at + steps < symbols.length; steps++) {
    const order = orderAt(counts, at + steps);
    if (order > steps && order > cover) cover = order;
    if (steps >= 1 && order > steps + 1 && order > coverBoth) coverBoth = order;
  }
  return { cover, coverBoth };
}

function orderAt({ counts }: Counts, at: number): number {
  let order = 0;
  while (order < LONGEST && (counts[at * LONGEST + order] ?? 0) > 0) order++;
  return order;
}
