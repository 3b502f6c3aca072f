/** The best of what is offered. */
export interface Shortlist {
  offer(symbol: number, score: number): void;
  /** The score that must be exceeded to be taken. */
  least(): number;
  /** Those with the highest scores, the highest first. */
  taken(): readonly number[];
}

/** Prepares a list of the `size` symbols that have the highest scores. */
export function createShortlist(size: number): Shortlist {
  const symbols: number[] = [];
  const scores: number[] = [];
  return {
    offer(symbol, score) {
      if (scores.length === size && score <= (scores[size - 1] ?? 0)) return;
      let slot = Math.min(scores.length, size - 1);
      while (slot > 0 && (scores[slot - 1] ?? 0) < score) {
        symbols[slot] = symbols[slot - 1] ?? 0;
        scores[slot] = scores[slot - 1] ?? 0;
        slot--;
      }
      symbols[slot] = symbol;
      scores[slot] = score;
    },
    least: () => (scores.length === size ? (scores[size - 1] ?? 0) : -Infinity),
    taken: () => symbols,
  };
}
