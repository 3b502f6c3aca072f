import { openContainer, writeContainer } from '../../core/container';
import { createPairs, type Pairs } from './pairs';
import { bytesOf, isTableShape, mix, readerOf, type Table, type TableShape } from './hashTable';

/** What is before the bytes in a model's file, as JSON. */
export interface ModelHeader {
  readonly format: 'galley-ngrams-2';
  readonly vocabulary: string;
  readonly pairs: number;
  /** For runs of 3, 4 and 5. */
  readonly tables: readonly TableShape[];
  /** What is between two symbols: the most common, the second most common and so on. */
  readonly middles: readonly TableShape[];
  /** By order (index 0 for single symbols): the count that each code stands for. */
  readonly levels: readonly (readonly number[])[];
  /** By order from 2: the weight of the longer run by the code of the predecessors' count, 0 to 1. */
  readonly weights: readonly (readonly number[])[];
  readonly total: number;
  /** What was counted; the model that ships has none, as training/README.md describes it. */
  readonly provenance?: Provenance;
}

/** Where a model comes from. */
export interface Provenance {
  /** The program that made it, with its version. */
  readonly madeBy: string;
  readonly issues: number;
  /** Characters that were counted, without white space. */
  readonly characters: number;
  /** What the user says of the texts: their source, licence and date. */
  readonly about?: string;
}

/** The numbers of a model as they are stored. Symbols are those of this model's own vocabulary. */
export interface NgramParts {
  readonly header: ModelHeader;
  /** The code of the count of each symbol. */
  readonly unigrams: Uint8Array;
  /** The successors of `symbol` are those from `rows[symbol]` to before `rows[symbol + 1]`, ascending. */
  readonly rows: Uint32Array;
  readonly successors: Uint16Array;
  /** The code of the count of each successor. */
  readonly pairCodes: Uint8Array;
  readonly pairs: Pairs;
  /** For runs of 3, 4 and 5: the code of the count of a run, by its hashes; -1 where it was hardly seen. */
  readonly longer: readonly LookUp[];
  /** By rank: the symbol between two others, by their hashes; -1 where there is none. */
  readonly middles: readonly LookUp[];
}

type LookUp = (high: number, low: number) => number;

/** The parts of a model's file, in their order. */
export interface StoredNgrams {
  readonly unigrams: Uint8Array;
  readonly rowLengths: Uint16Array;
  readonly successors: Uint16Array;
  readonly pairCodes: Uint8Array;
  readonly tables: readonly Table[];
  readonly middles: readonly Table[];
}

/** Reads the parts of a model. Throws an `Error` with a plain reason where the bytes are not a whole model. */
export function openNgrams(bytes: Uint8Array): NgramParts {
  const { header, content } = openContainer(bytes, NGRAMS_MARK, { isChecked: false });
  if (!isModelHeader(header)) throw new Error('of another version');
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > content.length) throw new Error('cut short');
    at += length;
    return content.subarray(at - length, at);
  };
  const unigrams = take(header.vocabulary.length);
  const rowLengths = new Uint16Array(take(header.vocabulary.length * 2).slice().buffer);
  const successors = new Uint16Array(take(header.pairs * 2).slice().buffer);
  const pairCodes = take(header.pairs);
  const readers = (shapes: readonly TableShape[]): readonly LookUp[] =>
    shapes.map((shape) => readerOf({ shape, bits: take(bytesOf(shape)) }));
  const longer = readers(header.tables);
  const middles = readers(header.middles);
  if (at !== content.length) throw new Error('too long');
  const rows = new Uint32Array(rowLengths.length + 1);
  for (const [symbol, length] of rowLengths.entries()) rows[symbol + 1] = (rows[symbol] ?? 0) + length;
  const pairs = createPairs(rows, successors, pairCodes);
  return { header, unigrams, rows, successors, pairCodes, pairs, longer, middles };
}

/** Writes a model as `openNgrams` reads it. */
export function writeNgrams(
  header: Omit<ModelHeader, 'format' | 'pairs' | 'tables' | 'middles'>,
  { unigrams, rowLengths, successors, pairCodes, tables, middles }: StoredNgrams,
): Uint8Array {
  const { vocabulary, levels, weights, total, provenance } = header;
  const whole: ModelHeader = {
    format: FORMAT,
    vocabulary,
    pairs: pairCodes.length,
    tables: tables.map(({ shape }) => shape),
    middles: middles.map(({ shape }) => shape),
    levels,
    weights,
    total,
    ...(provenance && { provenance }),
  };
  const parts = [
    unigrams,
    bytesFrom(rowLengths),
    bytesFrom(successors),
    pairCodes,
    ...[...tables, ...middles].map(({ bits }) => bits),
  ];
  // The package has checksums of its own.
  return writeContainer(NGRAMS_MARK, whole, parts, { isChecked: provenance !== undefined });
}

const FORMAT = 'galley-ngrams-2';

/** The first bytes of a model's file: GLYN. */
const NGRAMS_MARK = 0x4e594c47;

/** Matches the beginning of a model's file, read as text. */
export const NGRAMS_SIGNATURE = /^GLYN/;

/** Whether a header has all its parts, so that nothing else fails, whatever they say. */
function isModelHeader(header: unknown): header is ModelHeader {
  if (typeof header !== 'object' || header === null) return false;
  const { format, vocabulary, pairs, tables, middles, levels, weights, total } = header as Partial<ModelHeader>;
  return (
    format === FORMAT &&
    typeof vocabulary === 'string' &&
    [pairs, total].every((count) => Number.isSafeInteger(count)) &&
    [tables, middles].every((shapes) => Array.isArray(shapes) && shapes.every(isTableShape)) &&
    [levels, weights].every((rows) => Array.isArray(rows) && rows.every(Array.isArray))
  );
}

function bytesFrom(numbers: Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The same model with other weights. */
export function withWeights(bytes: Uint8Array, weights: ModelHeader['weights']): Uint8Array {
  const { header, content } = openContainer(bytes, NGRAMS_MARK, { isChecked: false });
  return writeContainer(NGRAMS_MARK, { ...(header as ModelHeader), weights }, [content], { isChecked: false });
}

/** The weight of the longer run after a run of `index + 1` symbols that was seen `count` times. */
export function weightFor({ weights, levels }: ModelHeader, index: number, count: number): number {
  const row = weights[index];
  if (!row || count <= 0) return 0;
  return row[bucketOf(count, levels[index]?.[0] ?? 1, row.length)] ?? 0;
}

/** The place in a row of weights for runs seen `count` times, where the rarest known were seen `least` times. */
export function bucketOf(count: number, least: number, buckets: number): number {
  return Math.min(buckets - 1, Math.max(0, Math.floor(Math.log(count / least) * BUCKETS_PER_NAT)));
}

/** Weights to a factor of e in the count. */
const BUCKETS_PER_NAT = 2;

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
