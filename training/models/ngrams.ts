/**
 * Builds the character n-gram model from a folder of texts:
 *
 *   node scripts/run.mjs training/models/ngrams.ts TEXT_FOLDER OUT_FILE [--without 2026-06]...
 *     [--unlike PAIRS_FILE] [--cuts 2,2,3,4] [--values 5,5,4] [--fingerprints 9,8,8]
 *
 * Cuts are the smallest counts kept of runs of 2, 3, 4 and 5 characters; values and fingerprints are bits in the tables
 * of runs of 3, 4 and 5. Lines that contain the right form of a pair in PAIRS_FILE, on which the rules are measured, are
 * left out. The same texts give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bucketOf, openNgrams, withWeights } from '../../server/src/languageModel/model/ngramFile';
import { createCounts, LONGEST, readNgrams } from '../../server/src/languageModel/model/ngrams';
import { BOUNDARY, foldedCode, RARE } from '../../server/src/languageModel/model/symbols';
import { encodeNgrams } from '../../server/src/languageModel/training/encodeNgrams';
import { tight } from '../../server/src/languageModel/training/prose';
import { createTextCounter, type CountedText } from '../../server/src/languageModel/training/textCounter';
import { corpusDocuments } from './ngrams/corpus';

/** One document in so many is kept out of the counts and used to weigh the orders against one another. */
const HELD_OUT_EVERY = 50;

/** A character seen less often has no symbol of its own. */
const RAREST = 10;

/** Entries in a row of weights. */
const WEIGHT_BUCKETS = 28;

/** How often a character must have stood between two others to be told of, as the most common, the second and so on. */
const MIDDLE_CUTS = [5, 7, 9, 9];

/** Characters by which a sentence is recognised. */
const OPENING = 12;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string', multiple: true, default: [] },
    unlike: { type: 'string' },
    cuts: { type: 'string', default: '2,2,3,4' },
    values: { type: 'string', default: '5,5,4' },
    fingerprints: { type: 'string', default: '9,8,8' },
  },
});
const [folder, outFile] = positionals;
if (!folder || !outFile) throw new Error('usage: ngrams.ts TEXT_FOLDER OUT_FILE [options]');
const numbers = (list: string): number[] => list.split(',').map(Number);
const started = Date.now();
const say = (what: string): void =>
  console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);

const unlike = flags.unlike === undefined ? new Set<string>() : openingsOf(flags.unlike);
const { counted, heldOut } = countedCorpus(folder, flags.without, unlike);
counted.runs.forEach(({ counts }, index) => say(`${counts.length} runs of ${index + 2}`));
const bytes = encodeNgrams(counted, {
  rarest: RAREST,
  valueBits: numbers(flags.values),
  fingerprintBits: numbers(flags.fingerprints),
  middleCuts: MIDDLE_CUTS,
  weights: [2, 3, 4, 5].map(() => new Array<number>(WEIGHT_BUCKETS).fill(0.7)),
});
say(`${bytes.length} bytes with even weights`);
const weighed = withLearnedWeights(bytes, heldOut);
writeFileSync(outFile, weighed);
say(`${weighed.length} bytes, sha256 ${createHash('sha256').update(weighed).digest('hex')}`);

/** Counts the corpus, except for the documents that are held out: their text as paragraphs. */
function countedCorpus(
  root: string,
  without: readonly string[],
  unlikeOpenings: ReadonlySet<string>,
): { readonly counted: CountedText; readonly heldOut: string } {
  // All of it is one part, so that it is counted exactly.
  const counter = createTextCounter({ cuts: numbers(flags.cuts), atATime: 80_000_000, mostRuns: Infinity });
  const heldOut: string[] = [];
  let index = 0;
  let leftOut = 0;
  for (const { lines } of corpusDocuments(root, without)) {
    const isHeldOut = index++ % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
    for (const line of lines) {
      const text = tight(line);
      if (hasOpening(line, unlikeOpenings)) leftOut++;
      else if (isHeldOut) heldOut.push(text);
      else counter.add(text);
    }
  }
  say(`${leftOut} lines left out`);
  return { counted: counter.counted(), heldOut: heldOut.join('\n') };
}

/** How the right forms of the pairs in a file begin: a line is a number, the wrong and the right form. */
function openingsOf(file: string): ReadonlySet<string> {
  const targets = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => line.split('\t')[2]?.trim() ?? []);
  return new Set(targets.filter((target) => target.length >= OPENING).map((target) => target.slice(0, OPENING)));
}

function hasOpening(line: string, openings: ReadonlySet<string>): boolean {
  if (openings.size === 0) return false;
  for (let at = 0; at + OPENING <= line.length; at++) if (openings.has(line.slice(at, at + OPENING))) return true;
  return false;
}

/** Weighs the orders by expectation maximisation on text that was not counted, and writes the weights into the model. */
function withLearnedWeights(bytes: Uint8Array, text: string): Uint8Array {
  const { header } = openNgrams(bytes);
  const model = readNgrams(bytes);
  const symbols = symbolsOf(text, model.symbolOf);
  const read = createCounts(symbols.length);
  const { counts } = read;
  for (let at = 0; at < symbols.length; at++) model.countAt(symbols, at, read);
  let weights = header.weights.map((row) => [...row]);
  for (let round = 0; round < 12; round++) {
    const taken = weights.map((row) => new Float64Array(row.length));
    const passed = weights.map((row) => new Float64Array(row.length));
    let logs = 0;
    let predicted = 0;
    for (let at = 1; at < symbols.length; at++) {
      if (symbols[at] === RARE || symbols[at] === BOUNDARY) continue;
      const here = at * LONGEST;
      const before = here - LONGEST;
      const chain: { order: number; bucket: number; share: number; lower: number }[] = [];
      let probability = counts[here]! / header.total;
      for (let order = 2; order <= LONGEST; order++) {
        const context = counts[before + order - 2]!;
        if (context <= 0) break;
        const bucket = bucketOf(context, header.levels[order - 2]![0]!, WEIGHT_BUCKETS);
        const share = weights[order - 2]![bucket]! * Math.min(1, counts[here + order - 1]! / context);
        const lower = (1 - weights[order - 2]![bucket]!) * probability;
        chain.push({ order, bucket, share, lower });
        probability = share + lower;
      }
      logs += Math.log(probability);
      predicted++;
      let mass = 1;
      for (const { order, bucket, share, lower } of chain.reverse()) {
        const takenShare = share / (share + lower);
        taken[order - 2]![bucket]! += mass * takenShare;
        passed[order - 2]![bucket]! += mass * (1 - takenShare);
        mass *= 1 - takenShare;
      }
    }
    weights = weights.map((row, index) =>
      row.map((_, bucket) => (taken[index]![bucket]! + 0.7) / (taken[index]![bucket]! + passed[index]![bucket]! + 1)),
    );
    say(`perplexity of held-out text ${Math.exp(-logs / predicted).toFixed(3)}`);
  }
  const rounded = weights.map((row) => row.map((weight) => Math.round(weight * 1e4) / 1e4));
  return withWeights(bytes, rounded);
}

/** The symbols of a text, with a boundary at the beginning and one between paragraphs. */
function symbolsOf(text: string, symbolOf: (code: number) => number): Uint16Array {
  const symbols = [BOUNDARY];
  for (let at = 0; at < text.length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code !== BOUNDARY) symbols.push(symbolOf(code));
    else if (symbols[symbols.length - 1] !== BOUNDARY) symbols.push(BOUNDARY);
  }
  return Uint16Array.from([...symbols, BOUNDARY]);
}
