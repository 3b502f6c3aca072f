/**
 * Learns the tables of weights by which corrections are scored (dictionaries/models/correction-weights.json):
 *
 *   node scripts/run.mjs training/models/correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE [--thresholds]
 *
 * LANGUAGE_FOLDER holds ngrams.bin, words.bin, confusables.txt and name-odds.json. The model must not have counted
 * the newspaper pages of May, of which the damaged and the clean training text is made. With `--thresholds`, the tables of
 * OUT_FILE are kept, and only its thresholds are set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ScoredCandidate } from '../../server/src/languageModel/candidates/candidateSets';
import { createCandidateFinder, type CandidateFinder } from '../../server/src/languageModel/candidates/findCandidates';
import { compatible } from '../../server/src/languageModel/candidates/neighbours';
import { canBeHighConfidence, thresholdKindOf } from '../../server/src/languageModel/detect';
import type { EditKind } from '../../server/src/languageModel/scoring/editKind';
import { CHANGE_FEATURES } from '../../server/src/languageModel/scoring/features';
import type { LanguageModel } from '../../server/src/languageModel/languageModel';
import type {
  Thresholds,
  ThresholdKind,
  WeightTable,
  WeightTables,
} from '../../server/src/languageModel/scoring/weights';
import { languageFrom } from './correction-weights/language-from';
import { learnTable, type Sample } from './correction-weights/regression';
import { cleanTexts, droppedTexts, trainingTexts, type TrainingText } from './correction-weights/training-texts';

const [data, languageFolder, outFile, option] = process.argv.slice(2);
if (!data || !languageFolder || !outFile)
  throw new Error('usage: correction-weights.ts DATA_FOLDER LANGUAGE_FOLDER OUT_FILE');

/** No bar is lower: what is less likely is of no interest. */
const LEAST_BAR = -6;

/**
 * False alarms of each kind that are allowed in ten thousand characters of clean newspaper text that was not learned
 * from, of any decade: where something is worth a look, and where it is taken to be certain.
 */
const ALLOWED: Readonly<Record<ThresholdKind, Thresholds>> = {
  substitution: { information: 4, warning: 0.54 },
  alternation: { information: 0.6, warning: 0.14 },
  word: { information: 0.3, warning: 0.01 },
  deletion: { information: 1, warning: 0.18 },
  insertion: { information: 1.6, warning: 0.14 },
};

const language = languageFrom(languageFolder);
const learned = option === '--thresholds' ? tablesOf(outFile) : { ...language.weights, ...learnTables() };
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
  const bar = (kind: ThresholdKind, allowed: number, counts: (correction: ScoredCandidate) => boolean): number =>
    Math.max(
      ...sets.map(({ characters, corrections }) => {
        const scores = corrections
          .filter((own) => thresholdKindOf(own) === kind && counts(own))
          .map(({ score }) => score);
        return Math.round(100 * scoreAt((allowed * characters) / 10_000, scores)) / 100;
      }),
    );
  const thresholdsOf = (kind: ThresholdKind): Thresholds => ({
    information: bar(kind, ALLOWED[kind].information, () => true),
    warning: bar(kind, ALLOWED[kind].warning, canBeHighConfidence),
  });
  const found = {
    substitution: thresholdsOf('substitution'),
    alternation: thresholdsOf('alternation'),
    word: thresholdsOf('word'),
    deletion: thresholdsOf('deletion'),
    insertion: thresholdsOf('insertion'),
  };
  console.error(`bars: ${JSON.stringify(found)}`);
  return found;
}

/** The score that so many of some scores exceed; between two of them where that is no whole number. */
function scoreAt(rank: number, scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => b - a);
  const above = sorted[Math.floor(rank)] ?? LEAST_BAR;
  const below = sorted[Math.floor(rank) + 1] ?? LEAST_BAR;
  return above + (below - above) * (rank % 1);
}

function tablesOf(file: string): WeightTables {
  return JSON.parse(readFileSync(file, 'utf8')) as WeightTables;
}

function learnTables(): Pick<WeightTables, EditKind> {
  const { ngrams } = language;
  const commonness = {
    of: (code: number) => 1e6 * Math.exp(ngrams.unigram(ngrams.symbolOf(code))),
    ofPair: (first: number, second: number) => ngrams.pair(ngrams.symbolOf(first), ngrams.symbolOf(second)),
  };
  const find = createCandidateFinder(language);
  const samples = samplesIn(trainingTexts(data!, { confusables: language.confusables, commonness }), find);
  const dropped = samplesIn(droppedTexts(data!), find).insertion;
  const learn = (kind: EditKind): WeightTable => learnTable(kind, samples[kind], CHANGE_FEATURES);
  const insertions = [...samples.insertion, ...dropped];
  const insertion = learnTable('insertion', insertions, CHANGE_FEATURES);
  // The additional texts say what a dropped character looks like, not how often one is dropped.
  const excess = Math.log(oddsOf(insertions) / oddsOf(samples.insertion));
  return {
    substitution: learn('substitution'),
    word: learn('word'),
    deletion: learn('deletion'),
    insertion: { ...insertion, bias: Math.round(1000 * (insertion.bias - excess)) / 1000 },
  };
}

/** All corrections that are found in some texts. */
function samplesIn(texts: Iterable<TrainingText>, find: CandidateFinder): Record<EditKind, Sample[]> {
  const samples: Record<EditKind, Sample[]> = { substitution: [], word: [], deletion: [], insertion: [] };
  for (const text of texts)
    for (const { best, others } of find(text.text, -Infinity))
      for (const correction of [best, ...others]) {
        const right = isRight(correction, text);
        const isReplaced = correction.kind === 'substitution' || correction.kind === 'word';
        const weight = right && isReplaced ? text.errorWeight : text.weight;
        samples[correction.kind].push({ values: correction.values, right, weight });
      }
  return samples;
}

/** How many samples are right, set against those that are wrong. */
function oddsOf(samples: readonly Sample[]): number {
  const right = samples.filter((sample) => sample.right).length;
  return right / (samples.length - right);
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
