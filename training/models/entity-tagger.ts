/**
 * Builds dictionaries/models/entity-tagger.bin (see server/src/entities/detect/tagger/model.ts) and says how well it does on sets that
 * it has not seen:
 *
 *   node scripts/run.mjs training/models/entity-tagger.ts DATA JIEBA_DICT dictionaries/models/entity-tagger.bin
 *
 * A first tagger is learned from marked sentences. The names that it finds in news again and again go into the lexicon
 * of a second one, which is learned from the same sentences.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger } from '../../server/src/entities/detect/tagger/tagger';
import { keyTable } from '../../server/src/entities/detect/tagger/keys';
import { lineReader } from '../../server/src/entities/detect/tagger/lines';
import { ROW } from '../../server/src/entities/detect/tagger/model';
import { readAlphabet } from '../../server/src/entities/detect/tagger/symbols';
import surnames from '../../dictionaries/lexicons/surnames.json';
import { newsArticles } from './entity-tagger/articles';
import { evaluate } from './entity-tagger/evaluate';
import { classesOfHan, gatherWords, packWords, type Words } from './entity-tagger/lexicon';
import { addNamesOf } from './entity-tagger/names';
import { packModel } from './entity-tagger/pack';
import { bosonSentences, cluenerSentences, columnSentences, msraSentences } from './entity-tagger/sets';
import type { Sentence } from './entity-tagger/sentences';
import type { TrainingSet } from './entity-tagger/prepared';
import { train, type Weights } from './entity-tagger/train';

const [data, jieba, outFile] = process.argv.slice(2);
if (!data || !jieba || !outFile) throw new Error('usage: entity-tagger.ts DATA JIEBA_DICT OUT_FILE');

/** By how much a wrong tag must be beaten, in changes of a weight. */
const MARGIN = 8;
/** N-grams that fit into three megabytes with the lexicon. */
const KEPT = 88_000;

const ner = join(data, 'ner');
const measured = {
  news: columnSentences(join(ner, 'pd_ner.dev'), 'news'),
  resume: columnSentences(join(ner, 'resume/dev.char.bmes'), 'resume'),
};
const boson = bosonSentences(ner);
const cluener = cluenerSentences(ner);
const sets: readonly TrainingSet[] = [
  { sentences: withoutShared(msraSentences(ner), measured.news), weight: 3, isForeign: false },
  { sentences: columnSentences(join(ner, 'resume/train.char.bmes'), 'resume'), weight: 1, isForeign: false },
  { sentences: cluener, weight: 1, isForeign: true },
  { sentences: boson, weight: 1, isForeign: true },
];

const words = gatherWords(jieba, data);
const first = createTagger(learn(words, 2, 4));
const known = words.size;
addNamesOf(words, first, newsArticles(join(data, 'text')));
console.error(`${words.size - known} names of the news added to ${known} words`);
const file = learn(words, 3, 8);
writeFileSync(outFile, file);
const tagger = createTagger(file);
for (const [name, sentences] of Object.entries(measured)) console.error(`${name}: ${evaluate(tagger, sentences)}`);

/** Learns once with all n-grams, then again with those that weighed most. Returns the file. */
function learn(lexicon: Words, firstRounds: number, rounds: number): Uint8Array {
  const packed = packWords(lexicon);
  const ordinary = [...cluener, ...boson].map(({ text }) => text);
  const classes = classesOfHan(lexicon, ordinary, surnames);
  const reader = lineReader(readAlphabet(classes), { keys: keyTable(packed.keys), classes: packed.classes });
  const all = train(sets, reader, { rounds: firstRounds, margin: MARGIN });
  const weights = train(sets, reader, { rounds, margin: MARGIN, keys: strongest(all, KEPT) });
  const model = packModel(weights, packed, classes, MARGIN);
  console.error(`${packed.keys.length} keys of words, ${weights.keys.length} n-grams, ${model.length} bytes`);
  return model;
}

function strongest({ keys, rows }: Weights, count: number): Uint32Array {
  const strengths = Float64Array.from(keys, (_, index) =>
    rows.subarray(index * ROW, (index + 1) * ROW).reduce((sum, weight) => sum + Math.abs(weight), 0),
  );
  const bar = Float64Array.from(strengths).sort().at(-count) ?? 0;
  return keys.filter((_, index) => (strengths[index] ?? 0) >= bar);
}

/** Leaves out sentences of which sixteen characters in a row are in a set that is measured on. */
function withoutShared(sentences: readonly Sentence[], others: readonly Sentence[]): Sentence[] {
  const runs = new Set<string>();
  const runsOf = (text: string): string[] =>
    text.length <= 16 ? [text] : Array.from({ length: text.length - 15 }, (_, at) => text.slice(at, at + 16));
  for (const { text } of others) for (const run of runsOf(text)) runs.add(run);
  return sentences.filter(({ text }) => !runsOf(text).some((run) => runs.has(run)));
}
