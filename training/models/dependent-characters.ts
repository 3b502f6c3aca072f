/**
 * Counts how rarely each character is a word by itself, and writes dictionaries/models/dependent-characters.json:
 *
 *   node scripts/run.mjs training/models/dependent-characters.ts TEXT_FOLDER MODEL WORDS dictionaries/models/dependent-characters.json
 *
 * It is counted in a sixth of the texts that MODEL, an ngrams.bin, was counted over, as they are divided into WORDS, a words.bin.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DEPENDENCE_STEP, type DependentCharacters } from '../../server/src/languageModel/model/dependence';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import { readWords } from '../../server/src/languageModel/model/words';
import { LONGEST_DIVIDED, wordsFromLast } from '../../server/src/languageModel/scoring/segmentation';
import { corpusDocuments } from './ngrams/corpus';

const [folder, modelFile, wordsFile, outFile] = process.argv.slice(2);
if (!folder || !modelFile || !wordsFile || !outFile)
  throw new Error('usage: dependent-characters.ts TEXT_FOLDER MODEL WORDS OUT_FILE');

/** Days of which nothing is counted, as they are learned from and measured on. */
const NOT_COUNTED = ['2026-05', '2026-06'];
const ONE_DOCUMENT_IN = 6;
const RUN = new RegExp(`[\\u4e00-\\u9fff]{1,${LONGEST_DIVIDED}}`, 'g');

const language = { ngrams: readNgrams(readFileSync(modelFile)), words: readWords(readFileSync(wordsFile)) };
const counts = new Map<string, { alone: number; all: number }>();
let documents = 0;
for (const { lines } of corpusDocuments(folder, NOT_COUNTED))
  if (documents++ % ONE_DOCUMENT_IN === 0)
    for (const run of lines.flatMap((line) => line.match(RUN) ?? [])) countWordsOf(run);

const steps: string[] = [];
for (const [character, { alone, all }] of [...counts].sort(([first], [second]) => (first < second ? -1 : 1))) {
  const step = Math.round(-Math.log((alone + 0.3) / (all + 1.5)) / DEPENDENCE_STEP);
  steps[step] = (steps[step] ?? '') + character;
}
const list: DependentCharacters = Array.from(steps, (characters: string | undefined) => characters ?? '');
writeFileSync(outFile, `${JSON.stringify(list, undefined, 1)}\n`);
console.error(`${counts.size} characters`);

function countWordsOf(run: string): void {
  for (const { start, end } of wordsFromLast(run, language))
    for (const character of run.slice(start, end)) {
      const count = counts.get(character) ?? { alone: 0, all: 0 };
      counts.set(character, count);
      count.all++;
      if (end - start === 1) count.alone++;
    }
}
