/** Agreement of two people beyond chance. */
export interface Kappa {
  /** The share of units on which they agree. */
  readonly observed: number;
  /** The share that chance would give. */
  readonly expected: number;
  /** NaN if there are no units, or if both people used one and the same category throughout. */
  readonly kappa: number;
}

/** How many units have one category of the first person and one of the second. */
export interface CategoryPair {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

/** Cohen's κ (J. Cohen, A coefficient of agreement for nominal scales, 1960). Pairs without units may be left out. */
export function cohensKappa(pairs: Iterable<CategoryPair>): Kappa {
  const ofFirst = new Map<number, number>();
  const ofSecond = new Map<number, number>();
  let total = 0;
  let agreeing = 0;
  for (const { first, second, count } of pairs) {
    ofFirst.set(first, (ofFirst.get(first) ?? 0) + count);
    ofSecond.set(second, (ofSecond.get(second) ?? 0) + count);
    total += count;
    if (first === second) agreeing += count;
  }
  let byChance = 0;
  for (const [category, count] of ofFirst) byChance += count * (ofSecond.get(category) ?? 0);
  const observed = agreeing / total;
  const expected = byChance / total ** 2;
  return { observed, expected, kappa: (observed - expected) / (1 - expected) };
}
