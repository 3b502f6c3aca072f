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
      let place = Math.min(scores.length, size - 1);
      while (place > 0 && (scores[place - 1] ?? 0) < score) {
        symbols[place] = symbols[place - 1] ?? 0;
        scores[place] = scores[place - 1] ?? 0;
        place--;
      }
      symbols[place] = symbol;
      scores[place] = score;
    },
    least: () => (scores.length === size ? (scores[size - 1] ?? 0) : -Infinity),
    taken: () => symbols,
  };
}
