/**
 * A static map from hashed keys to small numbers that stores no keys: three slots of a bit array, combined by XOR, give
 * a key's fingerprint and value (a binary fuse filter after Graf and Lemire, "Binary Fuse Filters", 2022, with the value
 * stored beside the fingerprint). A key that was never put in is taken for one that was in 1 of 2^fingerprint cases.
 */
export interface Table {
  readonly shape: TableShape;
  readonly bits: Uint8Array;
}

/** What must be known besides the bits in order to read a table. */
export interface TableShape {
  readonly seed: number;
  /** Slots in a segment: a power of two. */
  readonly segment: number;
  /** Slots in which a key's first slot may lie. */
  readonly range: number;
  readonly fingerprintBits: number;
  readonly valueBits: number;
}

/** Whether a table of this shape can be read: no slot of a key is outside of it. */
export function isTableShape(shape: Partial<TableShape> | null): boolean {
  const { seed, segment = 0, range = 0, fingerprintBits = 0, valueBits = 0 } = shape ?? {};
  return (
    [seed, segment, range, fingerprintBits, valueBits].every(Number.isSafeInteger) &&
    segment > 0 &&
    Number.isInteger(Math.log2(segment)) &&
    range >= segment &&
    range % segment === 0 &&
    Math.min(fingerprintBits, valueBits) > 0 &&
    fingerprintBits + valueBits <= 25
  );
}

/** Makes a look-up in a table: the value of a key given by two 32-bit hashes, or -1 where the key is not in it. */
export function readerOf({ shape, bits }: Table): (high: number, low: number) => number {
  const { seed, segment, range, fingerprintBits, valueBits } = shape;
  const width = fingerprintBits + valueBits;
  const wordMask = (1 << width) - 1;
  const valueMask = (1 << valueBits) - 1;
  const segmentMask = segment - 1;
  const scale = range / 0x100000000;
  const view = new DataView(bits.buffer, bits.byteOffset, bits.byteLength);
  const slot = (index: number): number => {
    const bit = index * width;
    return view.getInt32(bit >>> 3, true) >>> (bit & 7);
  };
  return (high, low) => {
    const mixedHigh = mix(high ^ seed);
    const mixedLow = mix(low + mixedHigh);
    const first = Math.floor((mixedHigh >>> 0) * scale);
    const second = (first + segment) ^ (mixedLow & segmentMask);
    const third = (first + 2 * segment) ^ ((mixedLow >>> 15) & segmentMask);
    const word = (slot(first) ^ slot(second) ^ slot(third)) & wordMask;
    return word >>> valueBits === fingerprintOf(mixedHigh, mixedLow, fingerprintBits) ? word & valueMask : -1;
  };
}

/** Bytes that the bits of a table take; three more than needed, so that a slot (of 25 bits at most) can be read as four bytes. */
export function bytesOf({ segment, range, fingerprintBits, valueBits }: TableShape): number {
  return Math.ceil(((range + 2 * segment) * (fingerprintBits + valueBits)) / 8) + 3;
}

/** The fingerprint that a key's hashes give. */
export function fingerprintOf(mixedHigh: number, mixedLow: number, bits: number): number {
  return (Math.imul(mixedHigh ^ (mixedLow >>> 7), 0x9e3779b1) >>> (32 - bits)) >>> 0;
}

/** A bijection of 32-bit numbers that spreads every bit (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
