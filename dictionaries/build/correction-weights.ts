/**
 * Learns the tables of weights by which corrections are scored (dictionaries/correction-weights.json):
 *
 *   node scripts/run.mjs dictionaries/build/correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE [--passes 8]
 *
 * LANGUAGE_FOLDER holds ngrams.bin, words.bin, confusables.txt and name-characters.json. The model must not have counted
 * the newspaper pages of May, of which the damaged and the clean training text is made. A logistic regression over the
 * bins of every feature: what it learns is a table that can be read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findSuspicions, type Correction } from '../../server/src/language/corrections';
import type { Language } from '../../server/src/language/language';
import type { FeatureWeights, WeightTable, WeightTables } from '../../server/src/language/weights';
import { languageFrom } from './language-from';
import { trainingTexts, type TrainingText } from './training-texts';

const { values: flags, positionals } = parseArgs({ allowPositionals: true, options: { passes: { type: 'string', default: '8' } } });
const [data, languageFolder, outFile] = positionals;
if (!data || !languageFolder || !outFile) throw new Error('usage: correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE');

const KINDS = ['substitution', 'deletion', 'insertion'] as const;
const EMPTY: WeightTable = { bias: 0, features: [], information: 0, warning: 0 };
const MOST_BINS = 14;
const SHRINK = 2e-6;

interface Sample {
  readonly values: Readonly<Record<string, number>>;
  readonly right: boolean;
  readonly weight: number;
}

const language: Language = { ...languageFrom(languageFolder), weights: { substitution: EMPTY, deletion: EMPTY, insertion: EMPTY } };
const samples: Record<(typeof KINDS)[number], Sample[]> = { substitution: [], deletion: [], insertion: [] };
let texts = 0;
for (const text of trainingTexts(data, language.confusables)) {
  texts++;
  for (const { best, others } of findSuspicions(text.text, language))
    for (const correction of [best, ...others]) samples[correction.kind].push({ values: correction.values, right: isRight(correction, text), weight: text.weight });
}
console.error(`${texts} texts`);
const tables = Object.fromEntries(KINDS.map((kind) => [kind, learn(kind, samples[kind])])) as unknown as WeightTables;
writeFileSync(outFile, JSON.stringify(tables, undefined, 1).replace(/\[\s+([^[\]]*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`) + '\n');

/** Whether a correction repairs one of the known errors of a text, and that one only. */
function isRight({ start, end, replacement }: Correction, { text, errors }: TrainingText): boolean {
  const changed = text.slice(0, start) + replacement + text.slice(end);
  return errors.some((error) => changed === text.slice(0, error.start) + error.gold + text.slice(error.end));
}

function learn(kind: string, rows: readonly Sample[]): WeightTable {
  const names = Object.keys(rows[0]?.values ?? {});
  const edges = names.map((name) => edgesOf(rows, name));
  const offsets = edges.map((_, index) => edges.slice(0, index).reduce((sum, list) => sum + list.length + 1, 0));
  const size = offsets.at(-1)! + edges.at(-1)!.length + 1;
  const bins = new Uint16Array(rows.length * names.length);
  rows.forEach(({ values }, row) => {
    names.forEach((name, feature) => {
      const list = edges[feature]!;
      let bin = 0;
      while (bin < list.length && values[name]! > list[bin]!) bin++;
      bins[row * names.length + feature] = offsets[feature]! + bin;
    });
  });
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  let bias = -4;
  let biasSquares = 1e-6;
  const order = Uint32Array.from(rows.keys());
  let seed = 1;
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296;
  for (let pass = 0; pass < Number(flags.passes); pass++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    let loss = 0;
    for (const row of order) {
      const base = row * names.length;
      let score = bias;
      for (let feature = 0; feature < names.length; feature++) score += weights[bins[base + feature]!]!;
      const { right, weight } = rows[row]!;
      const probability = 1 / (1 + Math.exp(-score));
      const slope = (probability - (right ? 1 : 0)) * weight;
      loss -= weight * Math.log(Math.max(1e-12, right ? probability : 1 - probability));
      biasSquares += slope * slope;
      bias -= (0.1 / Math.sqrt(biasSquares)) * slope;
      for (let feature = 0; feature < names.length; feature++) {
        const bin = bins[base + feature]!;
        const step = slope + SHRINK * weights[bin]! * rows.length * 0.001;
        squares[bin]! += step * step;
        weights[bin]! -= (0.1 / Math.sqrt(squares[bin]!)) * step;
      }
    }
    if (pass === Number(flags.passes) - 1)
      console.error(`${kind}: ${rows.length} samples, ${rows.filter(({ right }) => right).length} right, loss ${(loss / rows.length).toFixed(5)}`);
  }
  const features = names.map((name, feature): FeatureWeights => ({
    name,
    edges: edges[feature]!,
    weights: Array.from(weights.subarray(offsets[feature]!, offsets[feature]! + edges[feature]!.length + 1), (weight) => Math.round(weight * 1000) / 1000),
  }));
  return { bias: Math.round(bias * 1000) / 1000, features, information: 0, warning: 0 };
}

/** Between the values of a feature that has few; else so that the right and the wrong together fill bins evenly. */
function edgesOf(rows: readonly Sample[], name: string): number[] {
  const right = rows.filter((row) => row.right).map(({ values }) => values[name]!);
  const wrong = rows.filter((row) => !row.right).map(({ values }) => values[name]!);
  const distinct = [...new Set([...right, ...wrong.slice(0, 50_000)])].sort((a, b) => a - b);
  if (distinct.length <= 32) return distinct.slice(1).map((value, index) => (value + distinct[index]!) / 2);
  const edges = new Set<number>();
  for (const list of [right, wrong]) {
    list.sort((a, b) => a - b);
    for (let part = 1; part < MOST_BINS / 2 + 1; part++) edges.add(Math.round(list[Math.floor((list.length * part) / (MOST_BINS / 2 + 1))]! * 100) / 100);
  }
  return [...edges].sort((a, b) => a - b);
}
