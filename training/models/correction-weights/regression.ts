import type { FeatureWeights, WeightTable } from '../../../server/src/languageModel/scoring/weights';

/** An observation: its numbers, what it turned out to be, and how much it counts. */
export interface Sample {
  readonly values: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

const PASSES = 20;
const MOST_BINS = 16;

/** How strongly a weight is drawn to zero: as by so much evidence for no effect. */
const PRIOR = 10;

/**
 * A logistic regression over the bins of every feature, by coordinate descent: each weight in turn takes a step of
 * Newton's. What it learns is a table that can be read.
 */
export function learnTable(name: string, rows: readonly Sample[], names: readonly string[]): WeightTable {
  const edges = names.map((_, feature) => edgesOf(rows, feature));
  const bins = edges.map((list, feature) => Uint16Array.from(rows, ({ values }) => binOf(list, values[feature]!)));
  const weights = edges.map((list) => new Float64Array(list.length + 1));
  const right = Float64Array.from(rows, (row) => (row.right ? 1 : 0));
  const counted = Float64Array.from(rows, ({ weight }) => weight);
  const unbinned = new Uint16Array(rows.length);
  const share = rows.filter(({ right }) => right).length / rows.length;
  let bias = Math.log(share / (1 - share));
  const scores = new Float64Array(rows.length).fill(bias);
  for (let pass = 0; pass < PASSES; pass++) {
    bias += stepOf(right, counted, scores, unbinned, new Float64Array(1), 0)[0] ?? 0;
    bins.forEach((own, feature) => stepOf(right, counted, scores, own, weights[feature]!, PRIOR));
  }
  const loss = rows.reduce(
    (sum, { right, weight }, row) => sum + weight * Math.log1p(Math.exp(right ? -scores[row]! : scores[row]!)),
    0,
  );
  console.error(
    `${name}: ${rows.length} samples, ${rows.filter(({ right }) => right).length} right, loss ${(loss / rows.length).toFixed(5)}`,
  );
  const rounded = (weight: number): number => Math.round(weight * 1000) / 1000;
  const features = names.map((feature, index): FeatureWeights => ({
    name: feature,
    edges: edges[index]!,
    weights: Array.from(weights[index]!, rounded),
  }));
  return { bias: rounded(bias), features };
}

/** Moves the weights of one feature, and the scores with them, one step towards where they fit best. */
function stepOf(
  right: Float64Array,
  counted: Float64Array,
  scores: Float64Array,
  bins: Uint16Array,
  weights: Float64Array,
  prior: number,
): Float64Array {
  const slopes = weights.map((weight) => -prior * weight);
  const bends = weights.map(() => prior + 1e-6);
  for (let row = 0; row < scores.length; row++) {
    const probability = 1 / (1 + Math.exp(-scores[row]!));
    slopes[bins[row]!]! += counted[row]! * (right[row]! - probability);
    bends[bins[row]!]! += counted[row]! * probability * (1 - probability);
  }
  const steps = slopes.map((slope, bin) => Math.max(-1, Math.min(1, slope / bends[bin]!)));
  weights.forEach((weight, bin) => (weights[bin] = weight + steps[bin]!));
  for (let row = 0; row < scores.length; row++) scores[row]! += steps[bins[row]!]!;
  return steps;
}

function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > edges[bin]!) bin++;
  return bin;
}

/** Where whole numbers are kinds, one bin each; else so that the right and the wrong observations fill bins evenly. */
function edgesOf(rows: readonly Sample[], feature: number): number[] {
  const right: number[] = [];
  const wrong: number[] = [];
  const counts = new Map<number, number>();
  let whole = true;
  for (const row of rows) {
    const value = row.values[feature]!;
    (row.right ? right : wrong).push(value);
    if (!Number.isInteger(value)) whole = false;
    if (whole) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (whole) {
    const values = [...counts.keys()].sort((a, b) => a - b);
    return values.slice(1).map((value, index) => (value + values[index]!) / 2);
  }
  const edges = new Set<number>();
  for (const list of [right, wrong]) {
    list.sort((a, b) => a - b);
    const parts = MOST_BINS / 2 + 1;
    for (let part = 1; part < parts; part++)
      edges.add(Math.round((list[Math.floor((list.length * part) / parts)] ?? 0) * 100) / 100);
  }
  return [...edges].sort((a, b) => a - b);
}
