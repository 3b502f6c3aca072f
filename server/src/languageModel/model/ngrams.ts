import { hashHigh, hashLow, HASH_ROOT, openNgrams, weightFor, type NgramParts } from './ngramFile';
import { BOUNDARY, foldedCode, RARE } from './symbols';

/** The longest run of characters that the model has counted. */
export const LONGEST = 5;

/** How often runs of one to five characters occur in official Chinese prose, with a way to make probabilities of it. */
export interface NgramModel {
  /** The symbol of a UTF-16 code unit. */
  symbolOf(code: number): number;
  /** The code unit of a symbol; 0 for `BOUNDARY` and `RARE`. */
  codeOf(symbol: number): number;
  /** How often a symbol was counted, as a natural logarithm of its probability. */
  unigram(symbol: number): number;
  /** One in how many characters a symbol is. */
  rarity(symbol: number): number;
  /** The symbols that were seen most often after a symbol, the most common first. */
  successors(symbol: number): Uint16Array;
  /** How often the second was seen right after the first; 0 where hardly ever. */
  pair(first: number, second: number): number;
  /** The same as `pair`, but the quicker way to ask of many firsts and one second. */
  pairFromBehind(first: number, second: number): number;
  /**
   * The symbol that was seen most often between two others (rank 0), or next most often (to rank 3); -1 where hardly
   * any was.
   */
  between(first: number, second: number, rank: number): number;
  /** How many ranks `between` knows. */
  readonly ranks: number;
  /**
   * Counts the runs of 1 to 5 symbols that end at `at`; `into` holds those that end before it already, and of those that
   * end here the `counted` shortest.
   */
  countAt(symbols: Uint16Array, at: number, into: Counts, counted?: number): void;
  /**
   * The natural logarithm of the probability of the symbol at `at` after its predecessors. Interpolated (Jelinek and
   * Mercer, 1980), with weights by how often the predecessors were seen.
   */
  logProbability(counts: Counts, at: number): number;
}

/**
 * How often the runs that end at each symbol of a text were seen, `LONGEST` numbers to a symbol, the shortest run
 * first.
 */
export interface Counts {
  /** 0 for a run that was hardly ever seen, and for every longer one. */
  readonly counts: Float64Array;
  /** How far to trust what was seen after a run. */
  readonly weights: Float64Array;
}

/** Room for the counts of so many symbols. */
export function createCounts(symbols: number): Counts {
  return { counts: new Float64Array(symbols * LONGEST), weights: new Float64Array(symbols * LONGEST) };
}

/** Reads a model. Throws an `Error` with a plain reason where the bytes are not a whole model. */
export function readNgrams(bytes: Uint8Array): NgramModel {
  return modelOf(openNgrams(bytes));
}

/** Makes a model of its parts. */
export function modelOf(parts: NgramParts): NgramModel {
  const { header, unigrams, rows, successors, pairCodes, pairs, longer, middles } = parts;
  const { symbols, codes } = symbolTable(header.vocabulary);
  // By order: the count that a code stands for, and the weight of the next order after a run of that count.
  const levels = header.levels.map((values) => Float64Array.from(values));
  const trust = header.levels.map((values, index) =>
    Float64Array.from(values, (count) => weightFor(header, index, count)),
  );
  const unigramCounts = Float64Array.from(unigrams, (code) => levels[0]?.[code] ?? 0);
  const unigramTrust = Float64Array.from(unigrams, (code) => trust[0]?.[code] ?? 0);
  const pairLevels = levels[1] ?? NO_NUMBERS;
  const pairTrust = trust[1] ?? NO_NUMBERS;
  const { total } = header;
  const unigramLogs = unigramCounts.map((count) => Math.log(Math.max(1, count) / total));
  const rarities = unigramCounts.map((count) => total / Math.max(1, count));

  const commonest = new Map<number, Uint16Array>();

  return {
    symbolOf: (code) => symbols[code] ?? RARE,
    codeOf: (symbol) => codes[symbol] ?? 0,
    unigram: (symbol) => unigramLogs[symbol] ?? 0,
    rarity: (symbol) => rarities[symbol] ?? 0,
    successors(symbol) {
      let list = commonest.get(symbol);
      if (!list)
        commonest.set(symbol, (list = commonestOf(rows[symbol] ?? 0, rows[symbol + 1] ?? 0, successors, pairCodes)));
      return list;
    },
    pair(first, second) {
      const code = pairs.codeOf(first, second);
      return code < 0 ? 0 : (pairLevels[code] ?? 0);
    },
    pairFromBehind(first, second) {
      const code = pairs.codeFromBehind(first, second);
      return code < 0 ? 0 : (pairLevels[code] ?? 0);
    },
    ranks: middles.length,
    between: (first, second, rank) =>
      middles[rank]?.(hashHigh(hashHigh(HASH_ROOT, second), first), hashLow(hashLow(HASH_ROOT, second), first)) ?? -1,
    countAt(text, at, { counts, weights }, counted = 0) {
      const to = at * LONGEST;
      for (let order = counted; order < LONGEST; order++) counts[to + order] = 0;
      const symbol = text[at] ?? BOUNDARY;
      if (counted < 1) {
        counts[to] = unigramCounts[symbol] ?? 0;
        weights[to] = unigramTrust[symbol] ?? 0;
      }
      if (at === 0) return;
      const before = text[at - 1] ?? BOUNDARY;
      if (counted < 2) {
        const pairCode = pairs.codeOf(before, symbol);
        if (pairCode < 0) return;
        counts[to + 1] = pairLevels[pairCode] ?? 0;
        weights[to + 1] = pairTrust[pairCode] ?? 0;
      }
      if (before === BOUNDARY) return;
      let high = hashHigh(hashHigh(HASH_ROOT, symbol), before);
      let low = hashLow(hashLow(HASH_ROOT, symbol), before);
      for (let order = 3; order <= LONGEST && at - order + 1 >= 0; order++) {
        // A run is seen only where its own beginning and its own end were.
        if ((counts[to - LONGEST + order - 2] ?? 0) === 0 || (counts[to + order - 2] ?? 0) === 0) return;
        const next = text[at - order + 1] ?? BOUNDARY;
        high = hashHigh(high, next);
        low = hashLow(low, next);
        if (order > counted) {
          const code = longer[order - 3]?.(high, low) ?? -1;
          if (code < 0) return;
          // A longer run cannot be commoner than its end: this bounds the harm of a false fingerprint.
          counts[to + order - 1] = Math.min(counts[to + order - 2] ?? 0, levels[order - 1]?.[code] ?? 0);
          weights[to + order - 1] = trust[order - 1]?.[code] ?? 0;
        }
        if (next === BOUNDARY) return;
      }
    },
    logProbability: logProbabilityOf(total),
  };
}

/** How probable symbols are, given counts of `total` symbols; see `NgramModel.logProbability`. */
export function logProbabilityOf(total: number): NgramModel['logProbability'] {
  return ({ counts, weights }, at) => {
    const to = at * LONGEST;
    const before = to - LONGEST;
    let probability = (counts[to] ?? 0) / total;
    for (let order = 1; order < LONGEST; order++) {
      const context = counts[before + order - 1] ?? 0;
      if (context === 0) break;
      const weight = weights[before + order - 1] ?? 0;
      const share = (counts[to + order] ?? 0) / context;
      probability = weight * (share > 1 ? 1 : share) + (1 - weight) * probability;
    }
    return Math.log(probability);
  };
}

/** The symbol of each code unit, and the code unit of each symbol, of a vocabulary. */
export function symbolTable(vocabulary: string): { readonly symbols: Uint16Array; readonly codes: Uint16Array } {
  const symbols = new Uint16Array(65536).fill(RARE);
  const codes = new Uint16Array(vocabulary.length);
  for (let symbol = 2; symbol < vocabulary.length; symbol++) {
    codes[symbol] = vocabulary.charCodeAt(symbol);
    symbols[vocabulary.charCodeAt(symbol)] = symbol;
  }
  for (let code = 0; code < 65536; code++) {
    const folded = foldedCode(code);
    if (folded !== code) symbols[code] = folded === BOUNDARY ? BOUNDARY : (symbols[folded] ?? RARE);
  }
  return { symbols, codes };
}

/** The most common symbols of a row, the most common first; of equally common ones, the first in the row. */
function commonestOf(start: number, end: number, successors: Uint16Array, pairCodes: Uint8Array): Uint16Array {
  // Sorted by counting, as codes are bytes: `places` holds how many symbols have a higher code.
  const offsets = new Uint16Array(256);
  for (let entry = start; entry < end; entry++) {
    const code = pairCodes[entry] ?? 0;
    if (code > 0) offsets[code - 1] = (offsets[code - 1] ?? 0) + 1;
  }
  for (let code = offsets.length - 2; code >= 0; code--)
    offsets[code] = (offsets[code] ?? 0) + (offsets[code + 1] ?? 0);
  const list = new Uint16Array(Math.min(MOST_SUCCESSORS, end - start));
  for (let entry = start; entry < end; entry++) {
    const code = pairCodes[entry] ?? 0;
    const slot = offsets[code] ?? 0;
    offsets[code] = slot + 1;
    if (slot < list.length) list[slot] = successors[entry] ?? 0;
  }
  return list;
}

/** Symbols that are listed as successors of a symbol: the rest are rare. */
export const MOST_SUCCESSORS = 300;

const NO_NUMBERS = new Float64Array(0);
