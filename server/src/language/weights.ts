/** A number that speaks for or against a correction, cut into bins, with what each bin adds to its score. */
export interface FeatureWeights {
  readonly name: string;
  /** Upper ends of the bins but the last, ascending. */
  readonly edges: readonly number[];
  /** One more than the edges. */
  readonly weights: readonly number[];
}

/** The table of one sort of correction: its score is the sum of the bias and of one weight a feature. */
export interface WeightTable {
  readonly bias: number;
  readonly features: readonly FeatureWeights[];
  /** The scores from which a correction is worth a look, and from which it is sure. */
  readonly information: number;
  readonly warning: number;
}

/** By sort of correction. */
export interface WeightTables {
  readonly substitution: WeightTable;
  readonly deletion: WeightTable;
  readonly insertion: WeightTable;
}

/** The score of a correction: the natural logarithm of its odds, as far as the training texts tell. */
export function scoreOf(table: WeightTable, values: Readonly<Record<string, number>>): number {
  let score = table.bias;
  for (const { name, edges, weights } of table.features) {
    const value = values[name] ?? 0;
    let bin = 0;
    while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
    score += weights[bin] ?? 0;
  }
  return score;
}
