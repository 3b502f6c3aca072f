import type fs from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSidecarOf } from '../../../server/src/host/node/sidecarFile';

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof fs>()),
  stat: () => new Promise<void>(() => undefined),
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('waiting for a sidecar on an unresponsive drive ends', async () => {
  const outcome = changeSidecarOf('/gone/page.txt', (sidecar) => sidecar).then(
    () => 'changed',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await outcome).toBe('No response for 30 seconds.');
});
