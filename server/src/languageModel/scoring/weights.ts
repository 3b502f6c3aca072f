import type { EditKind } from './editKind';

/** A number that speaks for or against something, cut into bins, with what each bin adds to the score. */
export interface FeatureWeights {
  readonly name: string;
  /** Upper ends of the bins but the last, ascending. */
  readonly edges: readonly number[];
  /** One more than the edges. */
  readonly weights: readonly number[];
}

/** The score of a thing is the sum of the bias and of one weight a feature: the logarithm of its odds. */
export interface WeightTable {
  readonly bias: number;
  readonly features: readonly FeatureWeights[];
}

/** What a threshold applies to: a kind of change, or one of the characters that freely take each other's place. */
export type ThresholdKind = EditKind | 'alternation';

/** The scores from which on a correction is worth a look, and from which on it is almost certain. */
export interface Thresholds {
  readonly information: number;
  readonly warning: number;
}

/** The tables of a language, as dictionaries/models/correction-weights.json has them. */
export interface WeightTables extends Readonly<Record<EditKind, WeightTable>> {
  readonly thresholds: Readonly<Record<ThresholdKind, Thresholds>>;
}

/** Scores a list of numbers, which must be in the order of the names that the table was prepared for. */
export type Scorer = (values: Float64Array) => number;

/** Prepares a table for features in the order of `names`; a feature that the table does not have counts nothing. */
export function scorerOf(table: WeightTable, names: readonly string[]): Scorer {
  const rows = names.map((name) => {
    const found = table.features.find((feature) => feature.name === name);
    return { edges: Float64Array.from(found?.edges ?? []), weights: Float64Array.from(found?.weights ?? [0]) };
  });
  return (values) => {
    let score = table.bias;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      if (!row) continue;
      const { edges, weights } = row;
      const value = values[index] ?? 0;
      let low = 0;
      let high = edges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value > (edges[middle] ?? 0)) low = middle + 1;
        else high = middle;
      }
      score += weights[low] ?? 0;
    }
    return score;
  };
}
