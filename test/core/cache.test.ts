import { expect, test } from 'vitest';
import { createCache } from '../../server/src/core/cache';

test('a value is computed once as long as it is cached', () => {
  const cache = createCache<string>(8);
  let computed = 0;
  const get = (key: string): string => cache.get(key, () => `${key}${String(++computed)}`);
  expect([get('甲'), get('甲'), get('乙'), get('甲')]).toEqual(['甲1', '甲1', '乙2', '甲1']);
});

test('what is in use stays while what is not is forgotten', () => {
  const cache = createCache<number>(12);
  let computed = 0;
  const get = (key: string): number => cache.get(key, () => ++computed);
  get('used');
  get('unused');
  for (let other = 0; other < 20; other++) {
    get(`other ${String(other)}`);
    get('used');
  }
  const before = computed;
  get('used');
  expect(computed).toBe(before);
  get('unused');
  expect(computed).toBe(before + 1);
});

test('a value that counts as false is a value', () => {
  const cache = createCache<number | string>(4);
  let computed = 0;
  for (const value of [0, '']) for (let time = 0; time < 2; time++) cache.get(String(value), () => (computed++, value));
  expect(computed).toBe(2);
});
