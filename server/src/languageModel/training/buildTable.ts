import { bytesOf, fingerprintOf, mix, type Table, type TableShape } from '../model/hashTable';

/** Keys (as two 32-bit hashes each, all different) with their values. */
export interface Entries {
  readonly count: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly values: Uint8Array | Uint16Array;
}

/**
 * Builds a table (see model/hashTable.ts). Every key has three slots; keys are peeled off one by one where
 * they are the only one left in a slot, then written in the reverse order. Another seed is tried where that gets stuck.
 */
export function buildTable(entries: Entries, fingerprintBits: number, valueBits: number): Table {
  for (let seed = 1; seed < 100; seed++) {
    const table = tryBuild(entries, { ...sizesFor(entries.count), seed, fingerprintBits, valueBits });
    if (table) return table;
  }
  throw new Error('no seed gives a table: the keys are not all different');
}

/** Segment length and array length for a number of keys: the constants of the paper for three slots. */
function sizesFor(count: number): Pick<TableShape, 'segment' | 'range'> {
  const keys = Math.max(count, 2);
  const segment = 2 ** Math.max(2, Math.min(15, Math.floor(Math.log(keys) / Math.log(3.33) + 2.25)));
  const capacity = Math.ceil(keys * Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(keys)));
  return { segment, range: Math.max(1, Math.ceil(capacity / segment) - 2) * segment };
}

function tryBuild({ count, high, low, values }: Entries, shape: TableShape): Table | undefined {
  const { segment, range, fingerprintBits, valueBits } = shape;
  const slots = range + 2 * segment;
  const places = new Uint32Array(count * 3);
  const words = new Uint32Array(count);
  const degree = new Uint8Array(slots);
  const keysXor = new Uint32Array(slots);
  for (let key = 0; key < count; key++) {
    const mixedHigh = mix((high[key] ?? 0) ^ shape.seed);
    const mixedLow = mix((low[key] ?? 0) + mixedHigh);
    const first = Math.floor((mixedHigh >>> 0) * (range / 0x100000000));
    places[key * 3] = first;
    places[key * 3 + 1] = (first + segment) ^ (mixedLow & (segment - 1));
    places[key * 3 + 2] = (first + 2 * segment) ^ ((mixedLow >>> 15) & (segment - 1));
    words[key] = (fingerprintOf(mixedHigh, mixedLow, fingerprintBits) << valueBits) | (values[key] ?? 0);
    for (let of = 0; of < 3; of++) {
      const place = places[key * 3 + of] ?? 0;
      const keys = degree[place] ?? 0;
      if (keys === 255) return undefined;
      degree[place] = keys + 1;
      keysXor[place] = (keysXor[place] ?? 0) ^ key;
    }
  }
  const order = new Uint32Array(count);
  const owner = new Uint32Array(count);
  let peeled = 0;
  const queue: number[] = [];
  for (let place = 0; place < slots; place++) if (degree[place] === 1) queue.push(place);
  while (queue.length > 0) {
    const place = queue.pop() ?? 0;
    if (degree[place] !== 1) continue;
    const key = keysXor[place] ?? 0;
    order[peeled] = key;
    owner[peeled++] = place;
    for (let of = 0; of < 3; of++) {
      const other = places[key * 3 + of] ?? 0;
      degree[other] = (degree[other] ?? 0) - 1;
      keysXor[other] = (keysXor[other] ?? 0) ^ key;
      if (degree[other] === 1) queue.push(other);
    }
  }
  if (peeled < count) return undefined;
  const table = new Uint32Array(slots);
  for (let at = count - 1; at >= 0; at--) {
    const key = order[at] ?? 0;
    const place = owner[at] ?? 0;
    let word = words[key] ?? 0;
    for (let of = 0; of < 3; of++) word ^= table[places[key * 3 + of] ?? 0] ?? 0;
    table[place] = word ^ (table[place] ?? 0);
  }
  return { shape, bits: packed(table, shape) };
}

function packed(table: Uint32Array, shape: TableShape): Uint8Array {
  const width = shape.fingerprintBits + shape.valueBits;
  const bits = new Uint8Array(bytesOf(shape));
  for (let index = 0; index < table.length; index++) {
    const bit = index * width;
    const byte = Math.floor(bit / 8);
    const shifted = (table[index] ?? 0) << (bit - byte * 8);
    for (let part = 0; part < 4; part++) bits[byte + part] = (bits[byte + part] ?? 0) | (shifted >>> (8 * part));
  }
  return bits;
}
