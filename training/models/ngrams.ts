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
import { isHan } from '../../server/src/core/characters';
import { foldedCode, BOUNDARY, RARE } from '../../server/src/languageModel/model/symbols';
import {
  bucketOf,
  createCounts,
  HASH_ROOT,
  hashHigh,
  hashLow,
  LONGEST,
  NGRAMS_MARK,
  readNgrams,
  type ModelHeader,
} from '../../server/src/languageModel/model/ngrams';
import { openFile } from '../../server/src/languageModel/model/modelFile';
import { corpusDocuments } from './ngrams/corpus';
import { withHeader } from '../../scripts/compile/model-file';
import { countRuns, type Runs } from './ngrams/runs';
import { buildTable, type Entries } from './ngrams/table';

/** One document in so many is kept out of the counts and used to weigh the orders against one another. */
const HELD_OUT_EVERY = 50;

/** A character seen less often has no symbol of its own. */
const RAREST = 10;

/** Entries in a row of weights. */
const WEIGHT_BUCKETS = 28;

/** How often a character must have stood between two others to be told of, as the commonest, the second and so on. */
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
if (!folder || !outFile) throw new Error('usage: language-model.ts TEXT_FOLDER OUT_FILE [options]');
const numbers = (list: string): number[] => list.split(',').map(Number);
const started = Date.now();
const say = (what: string): void =>
  console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);

const codes = foldedCorpus(folder, flags.without, flags.unlike === undefined ? new Set() : openingsOf(flags.unlike));
const vocabulary = vocabularyOf(codes.counted);
const isHanSymbol = [...vocabulary].map((character) => isHan(character.charCodeAt(0)));
const text = symbolsOf(codes.counted, vocabulary);
const heldOut = symbolsOf(codes.heldOut, vocabulary);
say(`${text.length} symbols counted, ${heldOut.length} held out, ${vocabulary.length} different`);
const runs = countRuns(text, numbers(flags.cuts));
runs.forEach((found, index) => say(`${found.length} runs of ${index + 2}`));
const bytes = encode(text, vocabulary, runs, numbers(flags.values), numbers(flags.fingerprints));
say(`${bytes.length} bytes with even weights`);
const weighed = withWeights(bytes, heldOut);
writeFileSync(outFile, weighed);
say(`${weighed.length} bytes, sha256 ${createHash('sha256').update(weighed).digest('hex')}`);

/** The corpus as folded codes, with boundaries between lines, in two parts. */
function foldedCorpus(
  root: string,
  without: readonly string[],
  unlike: ReadonlySet<string>,
): { counted: Uint16Array; heldOut: Uint16Array } {
  const parts = [new Uint16Array(80_000_000), new Uint16Array(4_000_000)] as const;
  const lengths = [1, 1];
  let index = 0;
  let leftOut = 0;
  for (const { lines } of corpusDocuments(root, without)) {
    const part = index++ % HELD_OUT_EVERY === HELD_OUT_EVERY - 1 ? 1 : 0;
    const into = parts[part];
    let length = lengths[part]!;
    for (const line of lines) {
      if (hasOpening(line, unlike)) {
        leftOut++;
        continue;
      }
      const tight = line.replace(/[ \u3000]*([，。、；：？！（）《》“”])[ \u3000]*/g, '$1');
      for (let at = 0; at < tight.length; at++) {
        const code = foldedCode(tight.charCodeAt(at));
        if (code !== BOUNDARY || into[length - 1] !== BOUNDARY) into[length++] = code;
      }
      if (into[length - 1] !== BOUNDARY) into[length++] = BOUNDARY;
    }
    lengths[part] = length;
  }
  say(`${leftOut} lines left out`);
  return { counted: parts[0].slice(0, lengths[0]), heldOut: parts[1].slice(0, lengths[1]) };
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

/** Two stand-ins (boundary, rare), then every character seen often enough, by code. */
function vocabularyOf(folded: Uint16Array): string {
  const counts = new Uint32Array(65536);
  for (const code of folded) counts[code]!++;
  let kept = '\0\u0001';
  for (let code = 2; code < 65536; code++)
    if (counts[code]! >= RAREST && (code < 0xd800 || code >= 0xf900)) kept += String.fromCharCode(code);
  return kept;
}

function symbolsOf(folded: Uint16Array, kept: string): Uint16Array {
  const symbols = new Uint16Array(65536).fill(RARE);
  symbols[BOUNDARY] = BOUNDARY;
  for (let symbol = 2; symbol < kept.length; symbol++) symbols[kept.charCodeAt(symbol)] = symbol;
  return folded.map((code) => symbols[code]!);
}

function encode(
  symbols: Uint16Array,
  kept: string,
  [pairs, ...longer]: readonly Runs[],
  valueBits: readonly number[],
  fingerprintBits: readonly number[],
): Uint8Array {
  if (!pairs) throw new Error('no pairs');
  const unigrams = new Uint32Array(kept.length);
  for (const symbol of symbols) unigrams[symbol]!++;
  const single = quantised(unigrams, unigrams.length, 256);
  const double = quantised(pairs.counts, pairs.length, 256);
  const rowLengths = new Uint16Array(kept.length);
  const successors = new Uint16Array(pairs.length);
  for (let index = 0; index < pairs.length; index++) {
    const start = pairs.starts[index]!;
    rowLengths[symbols[start]!]!++;
    successors[index] = symbols[start + 1]!;
  }
  const levels = [single.levels, double.levels];
  const tables = longer.map((found, index) => {
    const order = index + 3;
    const { codes: values, levels: ofTable } = quantised(found.counts, found.length, 2 ** valueBits[index]!);
    levels.push(ofTable);
    const high = new Uint32Array(found.length);
    const low = new Uint32Array(found.length);
    for (let entry = 0; entry < found.length; entry++) {
      let first = HASH_ROOT;
      let second = HASH_ROOT;
      for (let back = order - 1; back >= 0; back--) {
        const symbol = symbols[found.starts[entry]! + back]!;
        first = hashHigh(first, symbol);
        second = hashLow(second, symbol);
      }
      high[entry] = first;
      low[entry] = second;
    }
    const table = buildTable({ count: found.length, high, low, values }, fingerprintBits[index]!, valueBits[index]!);
    say(`table of runs of ${order}: ${table.bits.length} bytes`);
    return table;
  });
  const middles = MIDDLE_CUTS.map((_, rank) => buildTable(middlesOf(symbols, longer[0]!, rank), 8, 13));
  middles.forEach(({ bits }, rank) => say(`table of middles of rank ${rank}: ${bits.length} bytes`));
  const header: ModelHeader = {
    format: 'galley-ngrams-2',
    vocabulary: kept,
    pairs: pairs.length,
    tables: tables.map(({ shape }) => shape),
    middles: middles.map(({ shape }) => shape),
    levels,
    weights: [2, 3, 4, 5].map(() => new Array<number>(WEIGHT_BUCKETS).fill(0.7)),
    total: symbols.length,
  };
  return withHeader(NGRAMS_MARK, header, [
    single.codes,
    bytesFrom(rowLengths),
    bytesFrom(successors),
    double.codes,
    ...tables.map(({ bits }) => bits),
    ...middles.map(({ bits }) => bits),
  ]);
}

/** For every two symbols, what stood between them with a rank, if it did so often enough. */
function middlesOf(symbols: Uint16Array, runs: Runs, rank: number): Entries {
  const best = new Map<number, { count: number; middle: number }[]>();
  for (let entry = 0; entry < runs.length; entry++) {
    const count = runs.counts[entry]!;
    const start = runs.starts[entry]!;
    if (count < MIDDLE_CUTS[rank]!) continue;
    const [first, middle, last] = [symbols[start]!, symbols[start + 1]!, symbols[start + 2]!];
    if (!isHanSymbol[middle] || !isHanSymbol[first]) continue;
    const key = first * 65536 + last;
    const known = best.get(key);
    if (!known) best.set(key, [{ count, middle }]);
    else if (known.length <= rank || count > known[rank]!.count) {
      known.push({ count, middle });
      known.sort((one, other) => other.count - one.count || one.middle - other.middle);
      known.length = Math.min(known.length, rank + 1);
    }
  }
  const kept = [...best].filter(([, found]) => found.length > rank);
  const high = new Uint32Array(kept.length);
  const low = new Uint32Array(kept.length);
  const values = new Uint16Array(kept.length);
  kept.forEach(([key, found], index) => {
    const [first, last] = [Math.floor(key / 65536), key % 65536];
    high[index] = hashHigh(hashHigh(HASH_ROOT, last), first);
    low[index] = hashLow(hashLow(HASH_ROOT, last), first);
    values[index] = found[rank]!.middle;
  });
  return { count: kept.length, high, low, values };
}

/** Counts on a geometric scale of at most `size` levels; a level stands for the geometric mean of its members. */
function quantised(counts: Uint32Array, length: number, size: number): { codes: Uint8Array; levels: number[] } {
  let least = Infinity;
  let most = 1;
  for (let index = 0; index < length; index++) {
    const count = Math.max(1, counts[index]!);
    if (count < least) least = count;
    if (count > most) most = count;
  }
  const codes = new Uint8Array(length);
  const sums = new Float64Array(size);
  const members = new Uint32Array(size);
  const exact = Math.min(6, size >> 2);
  const step = Math.log((most + 1) / (least + exact)) / (size - exact);
  for (let index = 0; index < length; index++) {
    const count = Math.max(1, counts[index]!);
    const code =
      count < least + exact
        ? count - least
        : Math.min(size - 1, exact + Math.floor(Math.log(count / (least + exact)) / step));
    codes[index] = code;
    sums[code]! += Math.log(count);
    members[code]!++;
  }
  return {
    codes,
    levels: Array.from(sums, (sum, code) =>
      members[code] ? Math.round(Math.exp(sum / members[code]) * 100) / 100 : 0,
    ),
  };
}

function bytesFrom(numbers: Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Weighs the orders by expectation maximisation on text that was not counted, and writes the weights into the model. */
function withWeights(bytes: Uint8Array, symbols: Uint16Array): Uint8Array {
  const { header: opened, content } = openFile(bytes, NGRAMS_MARK);
  const header = opened as ModelHeader;
  const model = readNgrams(bytes);
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
  return withHeader(NGRAMS_MARK, { ...header, weights: rounded }, [content]);
}
