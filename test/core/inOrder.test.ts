import { expect, test } from 'vitest';
import { inOrder } from '../../server/src/core/inOrder';

type Done = (size?: number) => void;

/** Workers whose items are finished by hand, and what has been read and given so far. */
function started(count: number, workers: number, bounds: { items: number; size: number }) {
  const read: number[] = [];
  const given: number[] = [];
  const finish = new Map<number, Done>();
  async function* items(): AsyncGenerator<number, void> {
    for (let item = 0; item < count; item++) {
      read.push(item);
      yield await Promise.resolve(item);
    }
  }
  const worker = (item: number): Promise<{ size: number }> =>
    new Promise((resolve) => finish.set(item, (size = 1) => resolve({ size })));
  const outcomes = inOrder(
    items(),
    Array.from({ length: workers }, () => worker),
    bounds,
  );
  const end = (async () => {
    for await (const [item] of outcomes) given.push(item);
  })();
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    read,
    given,
    end,
    async finish(item: number, size?: number) {
      await settled();
      finish.get(item)?.(size);
      await settled();
    },
  };
}

test('outcomes come in the order of the items, whatever is done first', async () => {
  const run = started(4, 3, { items: 10, size: 10 });
  for (const item of [2, 1, 3]) await run.finish(item);
  expect(run.given).toEqual([]);
  await run.finish(0);
  await run.end;
  expect(run.given).toEqual([0, 1, 2, 3]);
});

test('only a limited number of items are read ahead of a slow one', async () => {
  const run = started(100, 2, { items: 5, size: 1000 });
  for (let item = 1; item < 20; item++) await run.finish(item);
  expect({ read: run.read.length, given: run.given }).toEqual({ read: 5, given: [] });
  await run.finish(0);
  expect(run.given).toEqual([0, 1, 2, 3, 4]);
});

test('only a limited amount waits for a slow item', async () => {
  const run = started(100, 2, { items: 50, size: 20 });
  for (let item = 1; item < 20; item++) await run.finish(item, 10);
  expect({ read: run.read.length, given: run.given }).toEqual({ read: 3, given: [] });
  await run.finish(0);
  expect(run.given).toEqual([0, 1, 2]);
  // What was given no longer waits, so both workers read on.
  expect(run.read).toEqual([0, 1, 2, 3, 4]);
});

test('a failure without a result ends the work', async () => {
  const failing = (): Promise<never> => Promise.reject(new Error('broken'));
  async function* items(): AsyncGenerator<number, void> {
    yield await Promise.resolve(1);
  }
  await expect(inOrder(items(), [failing], { items: 1, size: 1 }).next()).rejects.toThrow('broken');
});
