import { expect, test } from 'vitest';
import { buildTable } from '../../server/src/languageModel/training/buildTable';
import { mix, readerOf } from '../../server/src/languageModel/model/hashTable';

test('a table returns what was stored, and hardly ever anything else', () => {
  const count = 5_000;
  const high = Uint32Array.from({ length: count }, (_, key) => mix(key));
  const low = Uint32Array.from({ length: count }, (_, key) => mix(key + 1_000_003));
  const values = Uint16Array.from({ length: count }, (_, key) => key % 32);
  const valueOf = readerOf(buildTable({ count, high, low, values }, 8, 5));
  expect(Array.from(high, (first, key) => valueOf(first, low[key] ?? 0))).toEqual(Array.from(values));
  const strangers = Array.from({ length: count }, (_, key) => valueOf(mix(key + count), mix(key + 7)));
  expect(strangers.filter((value) => value >= 0).length).toBeLessThan(count / 100);
});
