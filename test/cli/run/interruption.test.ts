import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { noticeInterruption } from '../../../server/src/cli/run/interruption';

test('of results that were waited for, only the last may stay in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const interruption = noticeInterruption();
  const results: WeakRef<object>[] = [];
  const waitForOne = async (): Promise<void> => {
    const result = {};
    results.push(new WeakRef(result));
    expect(await interruption.unlessNoticed(Promise.resolve(result))).toBe(result);
  };
  for (let count = 0; count < 20; count++) await waitForOne();
  await setImmediate();
  collectGarbage();
  expect(results.filter((result) => result.deref() !== undefined).length).toBeLessThan(3);
  interruption.close();
});

test('a signal ends the waiting, and work that fails is reported', async () => {
  const interruption = noticeInterruption();
  await expect(interruption.unlessNoticed(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  const waiting = interruption.unlessNoticed(new Promise<string>(() => undefined));
  process.emit('SIGTERM', 'SIGTERM');
  expect(await waiting).toBeUndefined();
  expect(interruption.signal).toBe('SIGTERM');
  expect(await interruption.unlessNoticed(new Promise<string>(() => undefined))).toBeUndefined();
});
