/**
 * Builds dictionaries/entity-tagger.bin (see server/src/entities/tagger/model.ts):
 *
 *   node scripts/run.mjs dictionaries/build/entity-tagger.ts DATA JIEBA_DICT dictionaries/entity-tagger.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger } from '../../server/src/entities/tagger';
import { keyTable } from '../../server/src/entities/tagger/keys';
import { lineReader } from '../../server/src/entities/tagger/lines';
import { ROW } from '../../server/src/entities/tagger/model';
import { readAlphabet } from '../../server/src/entities/tagger/symbols';
import surnames from '../surnames.json';
import { evaluate } from './entity-tagger/evaluate';
import { classesOfHan, gatherWords, packWords } from './entity-tagger/lexicon';
import { packModel } from './entity-tagger/pack';
import { bosonSentences, cluenerSentences, columnSentences, msraSentences } from './entity-tagger/sets';
import type { Sentence } from './entity-tagger/sentences';
import { train, type Weights } from './entity-tagger/train';

const [data, jieba, outFile] = process.argv.slice(2);
if (!data || !jieba || !outFile) throw new Error('usage: entity-tagger.ts DATA JIEBA_DICT OUT_FILE');

const MARGIN = 8;
const ROUNDS = Number(process.env['ROUNDS'] ?? 8);
const started = Date.now();
const log = (line: string): void => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${line}`);

const ner = join(data, 'ner');
const newsDev = columnSentences(join(ner, 'pd_ner.dev'), 'news');
const resumeDev = columnSentences(join(ner, 'resume/dev.char.bmes'), 'resume');
const news = withoutShared(msraSentences(ner), newsDev);
const resume = columnSentences(join(ner, 'resume/train.char.bmes'), 'resume');
const others = [...cluenerSentences(ner), ...bosonSentences(ner)];
log(`${news.length} news, ${resume.length} resume, ${others.length} other sentences`);

const words = gatherWords(jieba, data);
const packed = packWords(words);
log(`${words.size} words, ${packed.keys.length} keys`);
const classes = classesOfHan(
  words,
  others.map(({ text }) => text),
  surnames,
);
const reader = lineReader(readAlphabet(classes), { keys: keyTable(packed.keys), classes: packed.classes });

const sets = [
  { sentences: news, weight: Number(process.env['NW'] ?? 1), isForeign: false },
  { sentences: resume, weight: 1, isForeign: false },
  { sentences: cluenerSentences(ner), weight: 1, isForeign: process.env['FO'] === '1' },
  { sentences: bosonSentences(ner), weight: 1, isForeign: process.env['FO'] === '1' },
];
let weights = train(sets, reader, { rounds: 4, margin: MARGIN, least: 2, log });
log(`${weights.keys.length} n-grams`);
measure(weights);
for (const count of (process.env['COUNTS'] ?? '60000').split(',').map(Number)) {
  const chosen = strongest(weights, count);
  const pruned = train(sets, reader, { rounds: ROUNDS, margin: MARGIN, least: 2, keys: chosen, log });
  log(`${count} kept`);
  measure(pruned);
  weights = pruned;
}
function measure(found: Weights): void {
  let scale = 127 / quantile(found.rows, 0.9999);
  if (process.env['SCALE']) scale = Number(process.env['SCALE']);
  const file = packModel(found, packed, classes, MARGIN, scale);
  log(`${file.length} bytes, scale ${scale}`);
  if (found.keys.length > 230000) return;
  const tagger = createTagger(file);
  log(`news: ${evaluate(tagger, newsDev)}`);
  log(`resume: ${evaluate(tagger, resumeDev)}`);
  writeFileSync(outFile ?? '', file);
}

function strongest(found: Weights, count: number): Uint32Array {
  const strength = Float64Array.from(found.keys, (_, index) => {
    let sum = 0;
    for (let at = index * ROW; at < (index + 1) * ROW; at++) sum += Math.abs(found.rows[at] ?? 0);
    return sum;
  });
  const bar = Float64Array.from(strength).sort()[Math.max(0, strength.length - count)] ?? 0;
  return found.keys.filter((_, index) => (strength[index] ?? 0) > bar);
}

function quantile(values: Float64Array, share: number): number {
  const sorted = Float64Array.from(
    values.filter((value) => value !== 0),
    Math.abs,
  ).sort();
  return sorted[Math.floor(sorted.length * share)] ?? 1;
}

/** Leaves out sentences of which sixteen characters in a row stand in a set that is measured on. */
function withoutShared(sentences: readonly Sentence[], measured: readonly Sentence[]): Sentence[] {
  const runs = new Set<string>();
  const runsOf = (text: string): string[] =>
    text.length <= 16 ? [text] : Array.from({ length: text.length - 15 }, (_, at) => text.slice(at, at + 16));
  for (const { text } of measured) for (const run of runsOf(text)) runs.add(run);
  return sentences.filter(({ text }) => !runsOf(text).some((run) => runs.has(run)));
}
