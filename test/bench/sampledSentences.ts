import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { createCounts, readNgrams, type NgramModel } from '../../server/src/languageModel/model/ngrams';
import { BOUNDARY } from '../../server/src/languageModel/model/symbols';
import { randomNumbers } from './randomNumbers';

/** Sentences that are drawn, about 1 MB of UTF-8. */
const SENTENCES = 10_000;

/** Characters of the longest sentence. */
const LONGEST_SENTENCE = 60;

/** Successors of a character that are considered. */
const CONSIDERED = 80;

/** A character that the model hardly knows, Latin letters, and how the articles of a law begin. */
const NOT_PROSE = /[\0A]|^（|^第.{1,5}条/;

/** The power of probabilities: above 1, what is likely is drawn more often than the model says, as newspapers are written. */
const SHARPNESS = 1.1;

/**
 * Sentences in the language of newspapers that no page has: each character is drawn by its probability after those before
 * it. They are the same in each run for the same language model, and kept in `out/`, because drawing them takes a minute.
 */
export function sampledSentences(): readonly string[] {
  const bytes = readFileSync(join(packageFolder(), 'dictionaries/models/ngrams.bin'));
  const digest = createHash('sha256').update(bytes).update(drawSentences.toString()).digest('hex').slice(0, 12);
  const kept = join(packageFolder(), `out/bench/sentences-${digest}.txt`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8').split('\n');
  const sentences = drawSentences(readNgrams(bytes));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, sentences.join('\n'));
  return sentences;
}

function drawSentences(model: NgramModel): readonly string[] {
  const random = randomNumbers(1);
  const stop = model.symbolOf('。'.charCodeAt(0));
  const sentences = new Set<string>();
  while (sentences.size < SENTENCES) {
    const symbols = new Uint16Array(LONGEST_SENTENCE + 2);
    const counts = createCounts(symbols.length);
    symbols[0] = BOUNDARY;
    model.countAt(symbols, 0, counts);
    let length = 1;
    while (length <= LONGEST_SENTENCE && symbols[length - 1] !== stop) {
      symbols[length] = drawn(model, symbols, length, counts, random);
      model.countAt(symbols, length, counts);
      if (symbols[length] === BOUNDARY) break;
      length++;
    }
    const written = Array.from(symbols.subarray(1, length), (symbol) => String.fromCharCode(model.codeOf(symbol))).join(
      '',
    );
    if (symbols[length - 1] === stop && length > 12 && !NOT_PROSE.test(written))
      sentences.add(withNumbers(written, random));
  }
  return [...sentences];
}

function drawn(
  model: NgramModel,
  symbols: Uint16Array,
  at: number,
  counts: ReturnType<typeof createCounts>,
  random: () => number,
): number {
  const successors = model.successors(symbols[at - 1] ?? BOUNDARY).subarray(0, CONSIDERED);
  const weights = Array.from(successors, (symbol) => {
    symbols[at] = symbol;
    model.countAt(symbols, at, counts);
    return Math.exp(SHARPNESS * model.logProbability(counts, at));
  });
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return successors[weights.findIndex((weight) => (left -= weight) <= 0)] ?? BOUNDARY;
}

/** The model knows one digit: each is drawn. */
function withNumbers(sentence: string, random: () => number): string {
  return sentence.replace(/0+/g, (digits) =>
    Array.from(digits, (_, at) => String(Math.floor(random() * (at === 0 ? 9 : 10)) + (at === 0 ? 1 : 0))).join(''),
  );
}
