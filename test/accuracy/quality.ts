// Measures how well the quality of the archive report agrees with the damage of pages whose right text is known:
// `npm run accuracy:quality [-- --write]`. The weights of each sort of finding are learned on the other pages (each page is left out
// once); `--write` stores the weights of all pages and the figures. The pages are those of `accuracy:recognised` and, as clean ones,
// single articles of June.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { addDamage, damageOf, NO_DAMAGE, SORTS, type DamageCounts } from '../../server/src/export/report/quality';
import { issueSource } from '../../server/src/source/issueSource';
import { differencesOf } from '../../training/recognition/pages/differences';
import { madePages, realPage } from '../../training/recognition/pages/recognised-pages';
import { fullAnalyser } from '../fuzz/engine';
import { readSourceIssues } from './habits/source';

const MADE = '.cache/recognised';
const REAL = '../shared/data/pictures/omnidocbench';
const CLEAN = '../shared/data/text/rmrb_pages';
const STORED = 'dictionaries/models/quality.json';

/** A page with its findings and how much of it is really wrong. */
interface Known {
  readonly damage: DamageCounts;
  readonly characters: number;
  /** Wrong characters per character. */
  readonly rate: number;
}

type Weights = Record<keyof DamageCounts, number>;

const known = await readKnown();
if (known.length === 0) console.log(`Nothing measured: ${MADE} has no pages.`);
else measure();

function measure(): void {
  const estimates = known.map((page, left) => estimate(page, learn(known.filter((_, index) => index !== left))));
  const rates = known.map(({ rate }) => rate);
  const damaged = known.flatMap(({ rate }, index) => (rate > 0 ? [index] : []));
  const errors = known.map(({ rate }, index) => Math.abs(rate - (estimates[index] ?? 0)));
  const of = (indices: readonly number[], values: readonly number[]): number[] =>
    indices.map((index) => values[index] ?? 0);
  const figures = {
    all: figureOf(rates, estimates, errors),
    damaged: figureOf(of(damaged, rates), of(damaged, estimates), of(damaged, errors)),
  };
  const weights = learn(known);
  console.log(weights);
  console.table(figures);
  if (!isWriting) return;
  const meanError = { all: rounded(mean(errors)), damaged: rounded(mean(of(damaged, errors))) };
  writeFileSync(STORED, `${JSON.stringify({ weights, meanError }, undefined, 2)}\n`);
  saveFigures('accuracy', 'quality', figures);
}

function figureOf(
  rates: readonly number[],
  estimates: readonly number[],
  errors: readonly number[],
): Record<string, string> {
  const percent = (value: number): string => `${(100 * value).toFixed(2)}%`;
  return {
    pages: String(rates.length),
    wrong: percent(mean(rates)),
    correlation: correlation(rates, estimates).toFixed(2),
    ranks: correlation(ranksOf(rates), ranksOf(estimates)).toFixed(2),
    error: percent(mean(errors)),
  };
}

async function readKnown(): Promise<Known[]> {
  const analyser = await fullAnalyser();
  const damageIn = (text: string, path: string, from = 0, to = Infinity): DamageCounts =>
    analyser
      .analyse(issueSource(text, { path }))
      .diagnostics()
      .filter(({ span }) => span.start >= from && span.start < to)
      .map(damageOf)
      .reduce(addDamage, NO_DAMAGE);
  const real = realPage(`${REAL}/page.md`, `${REAL}/gold.txt`);
  const recognised = [...madePages(MADE), ...(real ? [real] : [])].map(({ file, paragraphs }): Known => {
    const text = readFileSync(file, 'utf8');
    const characters = paragraphs.reduce((sum, { printed }) => sum + printed.length, 0);
    const wrong = paragraphs.reduce((sum, { read, printed }) => sum + wrongIn(read, printed), 0);
    const damage = paragraphs
      .map(({ start, read }) => damageIn(text, file, start, start + read.length))
      .reduce(addDamage, NO_DAMAGE);
    return { damage, characters, rate: wrong / characters };
  });
  if (recognised.length === 0 || !existsSync(CLEAN)) return recognised;
  const clean = readSourceIssues(CLEAN, Infinity)
    .issues.filter(({ date }) => date.startsWith('2026-06'))
    .flatMap(({ pages }) => pages.flatMap(({ articles }) => articles))
    .map(({ paragraphs }) => paragraphs.join('\n\n'))
    .filter((text) => text.length > 1000)
    .filter((_, index) => index % 20 === 0)
    .map((text): Known => ({ damage: damageIn(text, 'page.txt'), characters: text.length, rate: 0 }));
  return [...recognised, ...clean];
}

/** Characters that would have to be changed, at least. */
function wrongIn(read: string, printed: string): number {
  return differencesOf(read, printed).reduce(
    (sum, { start, end, otherStart, otherEnd }) => sum + Math.max(end - start, otherEnd - otherStart),
    0,
  );
}

function estimate({ damage, characters }: Known, weights: Weights): number {
  return SORTS.reduce((sum, sort) => sum + weights[sort] * damage[sort], 0) / characters;
}

/** Least squares with weights that are not negative, by coordinate descent. */
function learn(pages: readonly Known[]): Weights {
  const weights: Weights = { languageWarnings: 1, languageInformation: 1, marks: 1 };
  for (let round = 0; round < 500; round++)
    for (const sort of SORTS) {
      let [product, square] = [0, 0];
      for (const page of pages) {
        const own = page.damage[sort] / page.characters;
        const others = estimate(page, { ...weights, [sort]: 0 });
        product += own * (page.rate - others);
        square += own * own;
      }
      weights[sort] = square === 0 ? 0 : Math.max(0, product / square);
    }
  for (const sort of SORTS) weights[sort] = Math.round(weights[sort] * 100) / 100;
  return weights;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const sum = (of: (x: number, y: number) => number): number =>
    xs.reduce((total, x, index) => total + of(x - meanX, (ys[index] ?? 0) - meanY), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}
