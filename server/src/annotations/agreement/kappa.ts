/** Agreement of two people beyond chance. */
export interface Kappa {
  /** The share of units on which they agree. */
  readonly observed: number;
  /** The share that chance would give. */
  readonly expected: number;
  /** NaN if there are no units, or if both people used one and the same category throughout. */
  readonly kappa: number;
}

/**
 * Cohen's κ (J. Cohen, A coefficient of agreement for nominal scales, 1960). `counts` has a row for each category of the
 * first person and a column for each category of the second, in the same order.
 */
export function cohensKappa(counts: readonly (readonly number[])[]): Kappa {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const rows = counts.map(sum);
  const columns = counts.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  const total = sum(rows);
  const observed = sum(counts.map((row, category) => row[category] ?? 0)) / total;
  const expected = sum(rows.map((row, category) => row * (columns[category] ?? 0))) / total ** 2;
  return { observed, expected, kappa: (observed - expected) / (1 - expected) };
}
