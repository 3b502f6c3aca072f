import { expect, test } from 'vitest';
import { createCache } from '../../server/src/core/cache';

test('a value is computed once as long as it is cached', () => {
  const cache = createCache<string>(8);
  let computed = 0;
  const get = (key: string): string => cache.get(key, () => `${key}${String(++computed)}`);
  expect([get('甲'), get('甲'), get('乙'), get('甲')]).toEqual(['甲1', '甲1', '乙2', '甲1']);
});

test('entries in use stay while others are dropped', () => {
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

test('a falsy value is a value', () => {
  const cache = createCache<number | string>(4);
  let computed = 0;
  for (const value of [0, '']) for (let time = 0; time < 2; time++) cache.get(String(value), () => (computed++, value));
  expect(computed).toBe(2);
});

test('lookups by key alone also count as use', () => {
  const cache = createCache<number>(12);
  cache.get('used', () => 1);
  for (let other = 0; other < 20; other++) {
    cache.get(`other ${String(other)}`, () => 0);
    cache.known('used');
  }
  expect([cache.known('used'), cache.known('other 1')]).toEqual([1, undefined]);
});

test('a cache for small keys keeps the few last large ones only', () => {
  const cache = createCache<number>(100);
  cache.reserve(1000);
  for (let version = 0; version < 10; version++) cache.get(`${String(version)}${'x'.repeat(1000)}`, () => version);
  const kept = Array.from({ length: 10 }, (_, version) => cache.known(`${String(version)}${'x'.repeat(1000)}`));
  expect(kept.filter((value) => value !== undefined).length).toBeLessThan(3);
});
