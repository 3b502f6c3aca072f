import { expect, test } from 'vitest';
import { resultOfSteps, sortedInSteps, stepwise } from '../../server/src/core/steps';

test('a result is computed once, even if several callers share its steps', () => {
  let computed = 0;
  const counted = stepwise(function* () {
    for (let step = 0; step < 3; step++) {
      computed++;
      yield;
    }
    return computed;
  });
  const first = counted.inSteps();
  first.next();
  expect([computed, counted.result(), resultOfSteps(first), computed]).toEqual([1, 3, 3, 3]);
});

test('a result that could not be computed is computed again', () => {
  let tries = 0;
  const failing = stepwise(function* () {
    yield;
    if (++tries === 1) throw new Error('no');
    return tries;
  });
  expect(() => failing.result()).toThrow('no');
  expect(failing.result()).toBe(2);
});

test('a long list is sorted in steps with the same result as at once', () => {
  const items = Array.from({ length: 20_000 }, (_, place) => ({ key: Math.imul(place, 7919) % 1000, place }));
  const compare = (one: { key: number }, other: { key: number }): number => one.key - other.key;
  expect([...sortedInSteps(items, compare)].length).toBeGreaterThan(4);
  expect(resultOfSteps(sortedInSteps(items, compare))).toEqual(items.toSorted(compare));
  expect(resultOfSteps(sortedInSteps([], compare))).toEqual([]);
});
