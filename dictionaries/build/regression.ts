import type { FeatureWeights, WeightTable } from '../../server/src/language/weights';

/** An observation: its numbers, what it turned out to be, and how much it counts. */
export interface Sample {
  readonly values: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

const PASSES = 12;
const MOST_BINS = 16;

/** How strongly a weight is drawn to zero, in observations that say nothing. */
const PRIOR = 3;

/**
 * A logistic regression over the bins of every feature, by stochastic gradient descent with steps after Duchi, Hazan and
 * Singer (2011). What it learns is a table that can be read.
 */
export function learnTable(name: string, rows: readonly Sample[], names: readonly string[]): WeightTable {
  const edges = names.map((_, feature) => edgesOf(rows, feature));
  const offsets: number[] = [];
  let size = 0;
  for (const list of edges) {
    offsets.push(size);
    size += list.length + 1;
  }
  const bins = new Uint32Array(rows.length * names.length);
  const filled = new Float64Array(size);
  rows.forEach(({ values }, row) => {
    for (let feature = 0; feature < names.length; feature++) {
      const bin = offsets[feature]! + binOf(edges[feature]!, values[feature]!);
      bins[row * names.length + feature] = bin;
      filled[bin]!++;
    }
  });
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-4);
  let bias = -4;
  let biasSquares = 1e-4;
  const order = Uint32Array.from(rows.keys());
  let seed = 1;
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296;
  let loss = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    loss = 0;
    for (const row of order) {
      const base = row * names.length;
      let score = bias;
      for (let feature = 0; feature < names.length; feature++) score += weights[bins[base + feature]!]!;
      const { right, weight } = rows[row]!;
      const probability = 1 / (1 + Math.exp(-score));
      const slope = (probability - (right ? 1 : 0)) * weight;
      loss -= weight * Math.log(Math.max(1e-12, right ? probability : 1 - probability));
      biasSquares += slope * slope;
      bias -= (0.15 / Math.sqrt(biasSquares)) * slope;
      for (let feature = 0; feature < names.length; feature++) {
        const bin = bins[base + feature]!;
        const pull = slope + (PRIOR * weights[bin]! * 0.05) / filled[bin]!;
        squares[bin]! += pull * pull;
        weights[bin]! -= (0.15 / Math.sqrt(squares[bin]!)) * pull;
      }
    }
  }
  console.error(
    `${name}: ${rows.length} samples, ${rows.filter(({ right }) => right).length} right, loss ${(loss / rows.length).toFixed(5)}`,
  );
  const features = names.map((feature, index): FeatureWeights => {
    const from = offsets[index]!;
    const own = weights.subarray(from, from + edges[index]!.length + 1);
    return {
      name: feature,
      edges: edges[index]!,
      weights: Array.from(own, (weight) => Math.round(weight * 1000) / 1000),
    };
  });
  return { bias: Math.round(bias * 1000) / 1000, features };
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
