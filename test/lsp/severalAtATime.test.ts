import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { severalAtATime } from '../../server/src/lsp/session/severalAtATime';
import { createTurns } from '../../server/src/lsp/session/turns';

const ITEMS = Array.from({ length: 40 }, (_, index) => index);

/** Work that takes longer for some items; counts what runs at a time, and what has begun and ended. */
function counted() {
  const count = { running: 0, most: 0, begun: 0, ended: 0 };
  const work = async (item: number): Promise<string> => {
    count.begun++;
    count.most = Math.max(count.most, ++count.running);
    await wait((item * 7) % 5);
    count.running--;
    count.ended++;
    if (item % 10 === 3) throw new Error(`no ${String(item)}`);
    return `done ${String(item)}`;
  };
  return { count, work };
}

test('several items are worked on at a time, and what came of each is given in their order', async () => {
  const { count, work } = counted();
  const results: string[] = [];
  const { signal } = new AbortController();
  for await (const { item, outcome } of severalAtATime(ITEMS, work, { turns: createTurns(), signal }))
    results.push(outcome.status === 'fulfilled' ? outcome.value : `${String(item)}: ${String(outcome.reason)}`);
  expect(results).toEqual(ITEMS.map((item) => (item % 10 === 3 ? `${item}: Error: no ${item}` : `done ${item}`)));
  expect(count.most).toBe(8);
});

test('once it is stopped, no work starts, and the results of started work are returned', async () => {
  const { count, work } = counted();
  const stop = new AbortController();
  const given: number[] = [];
  for await (const { item } of severalAtATime(ITEMS, work, { turns: createTurns(), signal: stop.signal }))
    if (given.push(item) === 10) stop.abort();
  expect(given).toEqual(ITEMS.slice(0, count.begun));
  expect(count.begun).toBeLessThan(ITEMS.length);
});

test('started work finishes before the loop is left', async () => {
  const { count, work } = counted();
  const { signal } = new AbortController();
  for await (const { item } of severalAtATime(ITEMS, work, { turns: createTurns(), signal })) if (item === 5) break;
  expect(count.ended).toBe(count.begun);
  expect(count.begun).toBeLessThan(ITEMS.length);
});
