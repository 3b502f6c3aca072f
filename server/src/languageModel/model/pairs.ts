/** Which pairs of symbols are known, and the code of each. */
export interface Pairs {
  /** The code of a pair; -1 where it is not known. Quickest when asked of one first and many seconds. */
  codeOf(first: number, second: number): number;
  /** The same, quickest when asked of one second and many firsts. */
  codeFromBehind(first: number, second: number): number;
}

/** One bit for each of the symbols that may follow a symbol, so that what is asked of it is together in memory. */
interface Rows {
  readonly bits: Int32Array;
  /** By 32 bits: the place in `codes` of the first that is set. */
  readonly offsets: Uint32Array;
  readonly codes: Uint8Array;
}

/**
 * Prepares look-ups of pairs. The seconds of `first` are `successors` from `rows[first]` to before `rows[first + 1]`,
 * ascending, and `codes` is in step with them. A code is found by counting the bits before that of its pair (Jacobson,
 * "Space-efficient static trees and graphs", 1989). The bits are made when first asked for.
 */
export function createPairs(rows: Uint32Array, successors: Uint16Array, codes: Uint8Array): Pairs {
  const width = (rows.length + 30) >> 5;
  const lookUp = ({ bits, offsets, codes: found }: Rows, row: number, column: number): number => {
    const position = row * width + (column >> 5);
    const word = bits[position] ?? 0;
    const bit = 1 << (column & 31);
    return (word & bit) === 0 ? -1 : (found[(offsets[position] ?? 0) + bitsSet(word & (bit - 1))] ?? 0);
  };
  let forward: Rows | undefined;
  let backward: Rows | undefined;
  return {
    codeOf: (first, second) => lookUp((forward ??= rowsOf(rows, successors, codes, width, false)), first, second),
    codeFromBehind: (first, second) =>
      lookUp((backward ??= rowsOf(rows, successors, codes, width, true)), second, first),
  };
}

function rowsOf(
  starts: Uint32Array,
  successors: Uint16Array,
  codes: Uint8Array,
  width: number,
  isBackward: boolean,
): Rows {
  const symbols = starts.length - 1;
  const bits = new Int32Array(symbols * width);
  for (let first = 0; first < symbols; first++)
    for (let entry = starts[first] ?? 0, end = starts[first + 1] ?? 0; entry < end; entry++) {
      const second = successors[entry] ?? 0;
      // Millions of entries are read before this is compiled: no arrays here.
      const column = isBackward ? first : second;
      const word = (isBackward ? second : first) * width + (column >> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (column & 31));
    }
  const offsets = new Uint32Array(bits.length);
  let position = 0;
  for (let word = 0; word < bits.length; word++) {
    offsets[word] = position;
    position += bitsSet(bits[word] ?? 0);
  }
  return { bits, offsets, codes: isBackward ? turned(starts, successors, codes, offsets, width) : codes };
}

/** The codes in the order of the second symbols. */
function turned(
  starts: Uint32Array,
  successors: Uint16Array,
  codes: Uint8Array,
  offsets: Uint32Array,
  width: number,
): Uint8Array {
  const ordered = new Uint8Array(codes.length);
  const next = Uint32Array.from({ length: starts.length - 1 }, (_, second) => offsets[second * width] ?? 0);
  for (let first = 0; first + 1 < starts.length; first++)
    for (let entry = starts[first] ?? 0, end = starts[first + 1] ?? 0; entry < end; entry++) {
      const second = successors[entry] ?? 0;
      const position = next[second] ?? 0;
      ordered[position] = codes[entry] ?? 0;
      next[second] = position + 1;
    }
  return ordered;
}

/** How many bits of a 32-bit number are set (Warren, "Hacker's Delight", 2nd edition, 5-1). */
function bitsSet(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
