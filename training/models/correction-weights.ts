/**
 * Learns the tables of weights by which corrections are scored (dictionaries/models/correction-weights.json):
 *
 *   node scripts/run.mjs training/models/correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE
 *
 * LANGUAGE_FOLDER holds ngrams.bin, words.bin, confusables.txt and name-odds.json. The model must not have counted
 * the newspaper pages of May, of which the damaged and the clean training text is made. First it is learned which places
 * deserve a look, then how to weigh the changes that are possible there.
 */
import { writeFileSync } from 'node:fs';
import { isHan } from '../../server/src/core/characters';
import {
  compatible,
  createCandidateFinder,
  type ScoredCandidate,
} from '../../server/src/languageModel/candidates/findCandidates';
import { canBeHighConfidence } from '../../server/src/languageModel/detect';
import {
  CHANGE_FEATURES,
  PLACE_FEATURES,
  placeFeatures,
  type EditKind,
} from '../../server/src/languageModel/scoring/features';
import type { LanguageModel } from '../../server/src/languageModel/languageModel';
import { readPassage } from '../../server/src/languageModel/scoring/passage';
import {
  scorerOf,
  type Thresholds,
  type WeightTable,
  type WeightTables,
} from '../../server/src/languageModel/scoring/weights';
import { languageFrom, NO_WEIGHTS } from './correction-weights/language-from';
import { learnTable, type Sample } from './correction-weights/regression';
import { cleanTexts, trainingTexts, type TrainingText } from './correction-weights/training-texts';

const [data, languageFolder, outFile] = process.argv.slice(2);
if (!data || !languageFolder || !outFile)
  throw new Error('usage: correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE');

/** The share of places in clean text where replacing is tried. */
const LOOKED_AT = 0.16;

/** No bar is lower: what is less likely is of no interest. */
const LEAST_BAR = -6;

/** One right place in so many is enough to learn from. */
const ORDINARY_EVERY = 8;

/**
 * False alarms of each kind that are allowed in ten thousand characters of clean newspaper text that was not learned
 * from, of any decade: where something is worth a look, and where it is taken to be certain.
 */
const ALLOWED: Readonly<Record<EditKind, Thresholds>> = {
  substitution: { information: 6.1, warning: 1.05 },
  word: { information: 0.3, warning: 0.02 },
  deletion: { information: 0.9, warning: 0.25 },
  insertion: { information: 0.9, warning: 0.03 },
};

const language = languageFrom(languageFolder);
const { ngrams } = language;
const commonness = {
  of: (code: number) => 1e6 * Math.exp(ngrams.unigram(ngrams.symbolOf(code))),
  ofPair: (first: number, second: number) => ngrams.pair(ngrams.symbolOf(first), ngrams.symbolOf(second)),
};
const texts = [...trainingTexts(data, { confusables: language.confusables, commonness })];
console.error(`${texts.length} texts, ${texts.reduce((sum, { text }) => sum + text.length, 0)} characters`);
const attentive = withAttention(language, texts);
const learned = { ...attentive.weights, ...changeTables(attentive, texts) };
const thresholds = thresholdsFor({ ...language, weights: learned }, cleanTexts(data));
writeFileSync(
  outFile,
  JSON.stringify({ ...learned, thresholds }, undefined, 1).replace(
    /\[\s+([^[\]{}]*?)\s+\]/g,
    (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
  ) + '\n',
);

function thresholdsFor(taught: LanguageModel, clean: readonly (readonly string[])[]): WeightTables['thresholds'] {
  const find = createCandidateFinder(taught, 'ocr');
  const sets = clean.map((texts) => ({
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    corrections: texts.flatMap((text) => compatible(find(text, LEAST_BAR)).map(({ best }) => best)),
  }));
  const bar = (kind: EditKind, allowed: number, counts: (correction: ScoredCandidate) => boolean): number =>
    Math.max(
      ...sets.map(({ characters, corrections }) => {
        const scores = corrections.filter((own) => own.kind === kind && counts(own)).map(({ score }) => score);
        const highest = scores.sort((a, b) => b - a)[Math.floor((allowed * characters) / 10_000)];
        return Math.round((highest ?? LEAST_BAR) * 100) / 100;
      }),
    );
  const thresholdsOf = (kind: EditKind): Thresholds => ({
    information: bar(kind, ALLOWED[kind].information, () => true),
    warning: bar(kind, ALLOWED[kind].warning, canBeHighConfidence),
  });
  const found = {
    substitution: thresholdsOf('substitution'),
    word: thresholdsOf('word'),
    deletion: thresholdsOf('deletion'),
    insertion: thresholdsOf('insertion'),
  };
  console.error(`bars: ${JSON.stringify(found)}`);
  return found;
}

function withAttention(blank: LanguageModel, from: readonly TrainingText[]): LanguageModel {
  const samples: Sample[] = [];
  const clean: Float64Array[] = [];
  let ordinary = 0;
  for (const { text, errors } of from) {
    const passage = readPassage(text, blank.ngrams);
    const wrong = new Set(
      errors.filter(({ start, end, gold }) => end > start && gold.length === end - start).map(({ start }) => start),
    );
    for (let at = 0; at < text.length; at++) {
      if (!isHan(text.charCodeAt(at))) continue;
      const right = wrong.has(at);
      if (!right && ordinary++ % ORDINARY_EVERY !== 0) continue;
      const values = new Float64Array(PLACE_FEATURES.length);
      placeFeatures(passage, at, values);
      if (errors.length === 0) clean.push(values);
      samples.push({ values, right, weight: right ? 1 : ORDINARY_EVERY });
    }
  }
  const place = learnTable('place', samples, PLACE_FEATURES);
  const attention = barFor(place, clean, LOOKED_AT);
  const score = scorerOf(place, PLACE_FEATURES);
  const wrong = samples.filter(({ right }) => right);
  console.error(
    `${((100 * wrong.filter(({ values }) => score(values) >= attention).length) / wrong.length).toFixed(1)} % of the wrong characters are looked at`,
  );
  return { ...blank, weights: { ...NO_WEIGHTS, place, attention } };
}

/** The score that only a share of ordinary places exceeds. */
function barFor(table: WeightTable, clean: readonly Float64Array[], share: number): number {
  const score = scorerOf(table, PLACE_FEATURES);
  const scores = Float64Array.from(clean, score).sort();
  return Math.round((scores[Math.floor(scores.length * (1 - share))] ?? 0) * 100) / 100;
}

function changeTables(attentive: LanguageModel, from: readonly TrainingText[]): Pick<WeightTables, EditKind> {
  const find = createCandidateFinder(attentive);
  const samples: Record<EditKind, Sample[]> = { substitution: [], word: [], deletion: [], insertion: [] };
  for (const text of from)
    for (const { best, others } of find(text.text, -Infinity))
      for (const correction of [best, ...others]) {
        const right = isRight(correction, text);
        const isReplaced = correction.kind === 'substitution' || correction.kind === 'word';
        const weight = right && isReplaced ? text.errorWeight : text.weight;
        samples[correction.kind].push({ values: correction.values, right, weight });
      }
  const learn = (kind: EditKind): WeightTable => learnTable(kind, samples[kind], CHANGE_FEATURES);
  return {
    substitution: learn('substitution'),
    word: learn('word'),
    deletion: learn('deletion'),
    insertion: learn('insertion'),
  };
}

/** Whether a correction repairs known errors of a text and nothing else. */
function isRight({ start, end, replacement }: ScoredCandidate, { text, gold, errors }: TrainingText): boolean {
  if (gold !== undefined)
    return (
      text.slice(start, end) !== gold.slice(start, end) &&
      gold.slice(start, end) === replacement &&
      [...replacement].every((c, i) => c !== text[start + i])
    );
  const changed = text.slice(0, start) + replacement + text.slice(end);
  return errors.some((error) => changed === text.slice(0, error.start) + error.gold + text.slice(error.end));
}
