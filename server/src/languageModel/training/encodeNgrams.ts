import { isHan } from '../../core/characters';
import { hashHigh, hashLow, HASH_ROOT, writeNgrams, type Provenance } from '../model/ngramFile';
import { BOUNDARY, RARE } from '../model/symbols';
import { buildTable, type Entries } from './buildTable';
import { keepRuns, type Runs } from './runs';
import { quantised } from './quantise';
import type { CountedText } from './textCounter';

/** How what was counted is stored. */
export interface EncodingOptions {
  /** A character that was seen less often has no symbol of its own. */
  readonly rarest: number;
  /** Bits of the counts of runs of 3, 4 and 5. */
  readonly valueBits: readonly number[];
  /** Bits by which runs of 3, 4 and 5 are distinguished from others. */
  readonly fingerprintBits: readonly number[];
  /** How often a character must have stood between two others to be listed, as the most common, the second and so on. */
  readonly middleCuts: readonly number[];
  /** By order from 2; see `ModelHeader`. */
  readonly weights: readonly (readonly number[])[];
  readonly provenance?: Provenance;
}

/** Writes what was counted as a model. The same counts give the same bytes. */
export function encodeNgrams({ characters, total, runs }: CountedText, options: EncodingOptions): Uint8Array {
  const vocabulary = vocabularyOf(characters, options.rarest);
  const symbols = new Uint16Array(65536).fill(RARE);
  symbols[BOUNDARY] = BOUNDARY;
  for (let symbol = 2; symbol < vocabulary.length; symbol++) symbols[vocabulary.charCodeAt(symbol)] = symbol;
  const unigrams = new Uint32Array(vocabulary.length);
  for (const [code, count] of characters.entries()) {
    const symbol = symbols[code] ?? RARE;
    unigrams[symbol] = (unigrams[symbol] ?? 0) + count;
  }
  const [pairs, ...longer] = runs.map((counted) => runsOfSymbols(counted, symbols));
  if (!pairs) throw new Error('no pairs');
  const single = quantised(unigrams, 256);
  const double = quantised(pairs.counts, 256);
  const rowLengths = new Uint16Array(vocabulary.length);
  for (let place = 0; place < pairs.codes.length; place += 2) {
    const first = pairs.codes[place] ?? 0;
    rowLengths[first] = (rowLengths[first] ?? 0) + 1;
  }
  const levels = [single.levels, double.levels];
  const tables = longer.map((counted, index) => {
    const { codes: values, levels: ofTable } = quantised(counted.counts, 2 ** (options.valueBits[index] ?? 4));
    levels.push(ofTable);
    return buildTable(
      { ...hashesOf(counted), values },
      options.fingerprintBits[index] ?? 8,
      options.valueBits[index] ?? 4,
    );
  });
  const [triples] = longer;
  const middles = options.middleCuts.map((_, rank) =>
    buildTable(middlesOf(triples ?? pairs, vocabulary, options.middleCuts, rank), MIDDLE_FINGERPRINT_BITS, SYMBOL_BITS),
  );
  const { weights, provenance } = options;
  return writeNgrams(
    { vocabulary, levels, weights, total, ...(provenance && { provenance }) },
    {
      unigrams: single.codes,
      rowLengths,
      successors: pairs.codes.filter((_, place) => place % 2 === 1),
      pairCodes: double.codes,
      tables,
      middles,
    },
  );
}

const MIDDLE_FINGERPRINT_BITS = 8;

/** Bits of a symbol; a vocabulary has no more. */
const SYMBOL_BITS = 13;

/** Two stand-ins (boundary, rare), then every character seen often enough, by code; of too many the most common. */
function vocabularyOf(characters: Uint32Array, rarest: number): string {
  const isKept = (code: number): boolean =>
    (characters[code] ?? 0) >= rarest && code >= 2 && (code < 0xd800 || code >= 0xf900);
  const codes = Array.from(characters.keys()).filter(isKept);
  const most = 2 ** SYMBOL_BITS - 2;
  const kept =
    codes.length <= most
      ? codes
      : codes
          .sort((a, b) => (characters[b] ?? 0) - (characters[a] ?? 0) || a - b)
          .slice(0, most)
          .sort((a, b) => a - b);
  return `\0\u0001${kept.map((code) => String.fromCharCode(code)).join('')}`;
}

/** Runs without rare characters, as symbols. Symbols are in the order of their codes, so the runs stay in order. */
function runsOfSymbols(runs: Runs, symbols: Uint16Array): Runs {
  const codes = runs.codes.map((code) => symbols[code] ?? RARE);
  return keepRuns({ ...runs, codes }, (place) => {
    for (let at = place * runs.order; at < (place + 1) * runs.order; at++) if (codes[at] === RARE) return false;
    return true;
  });
}

function hashesOf({ order, codes, counts }: Runs): Pick<Entries, 'count' | 'high' | 'low'> {
  const high = new Uint32Array(counts.length);
  const low = new Uint32Array(counts.length);
  for (let entry = 0; entry < counts.length; entry++) {
    let first = HASH_ROOT;
    let second = HASH_ROOT;
    for (let back = order - 1; back >= 0; back--) {
      const symbol = codes[entry * order + back] ?? 0;
      first = hashHigh(first, symbol);
      second = hashLow(second, symbol);
    }
    high[entry] = first;
    low[entry] = second;
  }
  return { count: counts.length, high, low };
}

/** For every two symbols, what was between them with a rank, if it did so often enough. */
function middlesOf({ codes, counts }: Runs, vocabulary: string, cuts: readonly number[], rank: number): Entries {
  const isHanSymbol = Array.from({ length: vocabulary.length }, (_, symbol) => isHan(vocabulary.charCodeAt(symbol)));
  const best = new Map<number, { count: number; middle: number }[]>();
  for (let entry = 0; entry < counts.length; entry++) {
    const count = counts[entry] ?? 0;
    if (count < (cuts[rank] ?? 1)) continue;
    const [first = 0, middle = 0, last = 0] = codes.subarray(3 * entry, 3 * entry + 3);
    if (!isHanSymbol[middle] || !isHanSymbol[first]) continue;
    const key = first * 65536 + last;
    const known = best.get(key);
    if (!known) best.set(key, [{ count, middle }]);
    else if (known.length <= rank || count > (known[rank]?.count ?? 0)) {
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
    values[index] = found[rank]?.middle ?? 0;
  });
  return { count: kept.length, high, low, values };
}
