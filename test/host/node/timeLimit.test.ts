import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as TimeLimit from '../../../server/src/host/node/timeLimit';

vi.mock('../../../server/src/host/node/mountPoints', () => ({
  mountPointOf: (path: string) => path.slice(0, path.indexOf('/', 1)),
}));

let withinTime: typeof TimeLimit.withinTime;
beforeEach(async () => {
  // What does not answer is remembered as long as the program runs.
  vi.resetModules();
  ({ withinTime } = await import('../../../server/src/host/node/timeLimit'));
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const NO_ANSWER = 'No response for 30 seconds.';

/** Asks folders of a drive that has gone. Returns how many pieces of work have begun until now, and what became of them. */
function askSilent(drive: string, folders: number): { begun: () => number; answers: Promise<unknown[]> } {
  let begun = 0;
  const asked = Array.from({ length: folders }, (_, number) =>
    withinTime(`/${drive}/${String(number)}`, () => {
      begun++;
      return new Promise<void>(() => undefined);
    }).catch((error: unknown) => (error instanceof Error ? error.message : error)),
  );
  return { begun: () => begun, answers: Promise.all(asked) };
}

test('many folders of an unresponsive drive occupy few threads, and other drives are read meanwhile and afterwards', async () => {
  const gone = askSilent('gone', 100);
  expect(await withinTime('/good/a', () => Promise.resolve('read'))).toBe('read');
  expect(gone.begun()).toBe(8);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await gone.answers).toEqual(Array.from({ length: 100 }, () => NO_ANSWER));
  expect(gone.begun()).toBe(8);
  await expect(withinTime('/gone/new', () => Promise.resolve('read'))).rejects.toThrow(NO_ANSWER);
  expect(await withinTime('/good/b', () => Promise.resolve('read'))).toBe('read');
});

test('many unresponsive drives leave threads for the others', async () => {
  await withinTime('/known/a', () => Promise.resolve());
  const drives = Array.from({ length: 60 }, (_, number) => askSilent(`gone-${String(number)}`, 3));
  expect(await withinTime('/known/b', () => Promise.resolve('read'))).toBe('read');
  await vi.advanceTimersByTimeAsync(30_000);
  await Promise.all(drives.map(({ answers }) => answers));
  expect(drives.reduce((sum, { begun }) => sum + begun(), 0)).toBeLessThanOrEqual(40);
  expect(await withinTime('/known/c', () => Promise.resolve('read'))).toBe('read');
});

test('a drive that answers again is read again', async () => {
  const answer: (() => void)[] = [];
  const asked = Array.from({ length: 9 }, (_, number) =>
    withinTime(`/slow/${String(number)}`, () => new Promise<void>((resolve) => void answer.push(resolve))).catch(
      () => 'late',
    ),
  );
  await vi.advanceTimersByTimeAsync(30_000);
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['late']));
  for (const one of answer) one();
  await vi.advanceTimersByTimeAsync(0);
  expect(await withinTime('/slow/1', () => Promise.resolve('read'))).toBe('read');
});
