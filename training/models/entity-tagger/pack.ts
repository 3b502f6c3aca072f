import { writeContainer } from '../../../server/src/core/container';
import { ROW, TAGGER_MARK, type TaggerHeader } from '../../../server/src/entities/detect/tagger/model';
import { REACH } from '../../../server/src/entities/detect/tagger/grams';
import { TAGS } from '../../../server/src/entities/detect/tagger/tags';
import type { Weights } from './train';

/** The file that `readModel` reads, with `unit` the margin that the training strove for. */
export function packModel(
  { keys, rows, between, within }: Weights,
  lexicon: { keys: Uint32Array; classes: Uint8Array },
  classes: Uint8Array,
  margin: number,
): Uint8Array {
  // The few weights beyond the largest kept one are cut to it, so that all others are kept more finely.
  const scale = 127 / largestKept(rows);
  const quantised = (value: number, most: number): number => Math.max(-most, Math.min(most, Math.round(value * scale)));
  const transitions = Buffer.alloc(2 * (between.length + within.length));
  [...between, ...within].forEach((value, index) => transitions.writeInt16LE(quantised(value, 32767), 2 * index));
  const bytes: number[] = [];
  const sizes = Buffer.alloc(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const mask = bytes.push(0) - 1;
    for (let character = 0; character < REACH; character++) {
      const row = Array.from({ length: TAGS }, (_, tag) =>
        quantised(rows[index * ROW + character * TAGS + tag] ?? 0, 127),
      );
      const tags = row.reduce((bits, weight, tag) => bits | (weight === 0 ? 0 : 1 << tag), 0);
      if (tags === 0) continue;
      bytes[mask] = (bytes[mask] ?? 0) | (1 << character);
      bytes.push(tags & 255, tags >> 8, ...row.filter((weight) => weight !== 0).map((weight) => weight & 255));
    }
    sizes[index] = bytes.length - mask;
  }
  const header: TaggerHeader = {
    grams: keys.length,
    words: lexicon.keys.length,
    unit: Math.round(margin * scale),
  };
  return writeContainer(TAGGER_MARK, header, [
    transitions,
    classes,
    differences(keys),
    differences(lexicon.keys),
    lexicon.classes,
    sizes,
    Buffer.from(bytes),
  ]);
}

function differences(keys: Uint32Array): Buffer {
  const list = Buffer.alloc(2 * keys.length);
  keys.forEach((key, index) => list.writeUInt16LE(key - (keys[index - 1] ?? 0), 2 * index));
  return list;
}

function largestKept(rows: Float64Array): number {
  const sorted = rows
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return sorted[Math.floor(sorted.length * 0.9999)] ?? 1;
}
