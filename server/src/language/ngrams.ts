import { BOUNDARY, foldedCode, RARE } from './symbols';
import { bytesOf, mix, valueAt, type Table, type TableShape } from './table';

/** The longest run of characters that the model has counted. */
export const LONGEST = 5;

/** How often runs of one to five characters stand in official Chinese prose, with a way to make probabilities of it. */
export interface NgramModel {
  /** The symbol of a UTF-16 code unit. */
  symbolOf(code: number): number;
  /** The code unit of a symbol; 0 for `BOUNDARY` and `RARE`. */
  codeOf(symbol: number): number;
  /** How often a symbol was counted, as a natural logarithm of its probability. */
  unigram(symbol: number): number;
  /** The symbols that were seen after a symbol. */
  successors(symbol: number): Uint16Array;
  /** How often the second was seen right after the first; 0 where hardly ever. */
  pair(first: number, second: number): number;
  /**
   * Counts of the runs of 1 to 5 symbols that end at `at`, written to `counts` from `to` on; a run that was hardly ever
   * seen, and every longer one, counts 0.
   */
  countsAt(symbols: Uint16Array, at: number, counts: Float64Array, to: number): void;
  /**
   * The natural logarithm of a symbol's probability after its predecessors: the counts of the runs that end at it, and
   * of those that end before it (both as `countsAt` gives them). Interpolated (Jelinek and Mercer, 1980) with a weight
   * by how often the predecessors were seen.
   */
  logProbability(counts: Float64Array, at: number, before: number): number;
}

/** What stands before the bytes in a model's file, as JSON. */
export interface ModelHeader {
  readonly format: 'galley-ngrams-1';
  readonly vocabulary: string;
  readonly pairs: number;
  /** For runs of 3, 4 and 5. */
  readonly tables: readonly TableShape[];
  /** By order (index 0 for single symbols): the count that each code stands for. */
  readonly levels: readonly (readonly number[])[];
  /** By order from 2: the weight of the longer run by the code of the predecessors' count, 0 to 1. */
  readonly weights: readonly (readonly number[])[];
  readonly total: number;
}

/** Reads a model. Throws an `Error` with a plain reason where the bytes are not a whole model. */
export function readNgrams(source: Uint8Array): NgramModel {
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a language model');
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > bytes.length) throw new Error('cut short');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as ModelHeader;
  if (header.format !== 'galley-ngrams-1') throw new Error('of another version');
  let at = 8 + headerLength;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('cut short');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const vocabularySize = header.vocabulary.length;
  const unigramCodes = take(vocabularySize);
  const rowLengths = new Uint16Array(take(vocabularySize * 2).slice().buffer);
  const successorBytes = take(header.pairs * 2);
  const successors = new Uint16Array(successorBytes.slice().buffer);
  const pairCodes = take(header.pairs);
  const tables = header.tables.map((shape): Table => ({ shape, bits: take(bytesOf(shape)) }));
  return modelOf(header, unigramCodes, rowLengths, successors, pairCodes, tables);
}

export const MAGIC = 0x4e594c47;

function modelOf(
  header: ModelHeader,
  unigramCodes: Uint8Array,
  rowLengths: Uint16Array,
  successors: Uint16Array,
  pairCodes: Uint8Array,
  tables: readonly Table[],
): NgramModel {
  const vocabularySize = header.vocabulary.length;
  const symbols = new Uint16Array(65536).fill(RARE);
  const codes = new Uint16Array(vocabularySize);
  for (let symbol = 2; symbol < vocabularySize; symbol++) {
    codes[symbol] = header.vocabulary.charCodeAt(symbol);
    symbols[header.vocabulary.charCodeAt(symbol)] = symbol;
  }
  for (let code = 0; code < 65536; code++) {
    const folded = foldedCode(code);
    if (folded !== code) symbols[code] = folded === BOUNDARY ? BOUNDARY : (symbols[folded] ?? RARE);
  }
  const rows = new Uint32Array(vocabularySize + 1);
  for (let symbol = 0; symbol < vocabularySize; symbol++) rows[symbol + 1] = (rows[symbol] ?? 0) + (rowLengths[symbol] ?? 0);

  const levels = header.levels.map((values) => Float64Array.from(values));
  const [unigramLevels = NO_NUMBERS, pairLevels = NO_NUMBERS, ...longerLevels] = levels;
  const unigramCounts = Float64Array.from(unigramCodes, (code) => unigramLevels[code] ?? 0);
  const weights = header.weights.map((values, index) => ({ values: Float64Array.from(values), floor: Math.log(levels[index]?.[0] ?? 1) }));
  const { total } = header;

  const pair = (first: number, second: number): number => {
    let low = rows[first] ?? 0;
    let high = (rows[first + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = successors[middle] ?? 0;
      if (found === second) return pairLevels[pairCodes[middle] ?? 0] ?? 0;
      if (found < second) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };

  /** The weight of a run whose predecessors were counted `count` times, from a table with one entry an octave third. */
  const weightOf = (order: number, count: number): number => {
    const row = weights[order - 2];
    if (!row) return 0;
    const bucket = Math.min(row.values.length - 1, Math.max(0, Math.floor((Math.log(count) - row.floor) * BUCKETS_PER_NAT)));
    return row.values[bucket] ?? 0;
  };

  return {
    symbolOf: (code) => symbols[code] ?? RARE,
    codeOf: (symbol) => codes[symbol] ?? 0,
    unigram: (symbol) => Math.log((unigramCounts[symbol] ?? 1) / total),
    successors: (symbol) => successors.subarray(rows[symbol] ?? 0, rows[symbol + 1] ?? 0),
    pair,
    countsAt(text, at, counts, to) {
      counts.fill(0, to, to + LONGEST);
      const symbol = text[at] ?? BOUNDARY;
      counts[to] = unigramCounts[symbol] ?? 0;
      if (at === 0) return;
      const before = text[at - 1] ?? BOUNDARY;
      let count = pair(before, symbol);
      counts[to + 1] = count;
      if (before === BOUNDARY) return;
      let high = hashHigh(hashHigh(HASH_ROOT, symbol), before);
      let low = hashLow(hashLow(HASH_ROOT, symbol), before);
      for (let order = 3; order <= LONGEST && count > 0 && at - order + 1 >= 0; order++) {
        const next = text[at - order + 1] ?? BOUNDARY;
        high = hashHigh(high, next);
        low = hashLow(low, next);
        const table = tables[order - 3];
        if (!table) return;
        const code = valueAt(table, high, low);
        if (code < 0) return;
        // A longer run cannot be commoner than its end: this bounds the harm of a false fingerprint.
        count = Math.min(count, longerLevels[order - 3]?.[code] ?? 0);
        counts[to + order - 1] = count;
        if (next === BOUNDARY) return;
      }
    },
    logProbability(counts, at, before) {
      let probability = (counts[at] ?? 0) / total;
      for (let order = 2; order <= LONGEST; order++) {
        const context = counts[before + order - 2] ?? 0;
        if (context <= 0) break;
        const weight = weightOf(order, context);
        probability = weight * Math.min(1, (counts[at + order - 1] ?? 0) / context) + (1 - weight) * probability;
      }
      return Math.log(probability);
    },
  };
}

/** Buckets of the weights: three to a factor of e. */
export const BUCKETS_PER_NAT = 2;

/** What the hashes of a run start from; its symbols follow from the last to the first. */
export const HASH_ROOT = 0x9e3779b9;

/** Adds a symbol to the first hash of a run. */
export function hashHigh(hash: number, symbol: number): number {
  return mix(hash ^ symbol);
}

/** Adds a symbol to the second hash of a run. */
export function hashLow(hash: number, symbol: number): number {
  return mix(Math.imul(hash, 0x01000193) ^ symbol);
}

const NO_NUMBERS = new Float64Array(0);
