import type { NgramModel } from '../model/ngrams';

/**
 * How well a symbol fits between two others by pairs alone: its probability there except for a constant, given how often it
 * was seen after the one and before the other.
 */
export function fit(left: number, right: number, rarity: number): number {
  return (left + UNSEEN) * (right + UNSEEN) * rarity;
}

/** Counts of pairs that were never seen are taken for so much. */
export const UNSEEN = 0.1;

/** The same of what is between `before` and `after`. */
export function fitOf(symbol: number, before: number, after: number, ngrams: NgramModel): number {
  return fit(ngrams.pair(before, symbol), ngrams.pair(symbol, after), ngrams.rarity(symbol));
}
