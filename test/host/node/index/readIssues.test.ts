import { afterEach, expect, test, vi } from 'vitest';
import { readIssues } from '../../../../server/src/host/node/index/readIssues';

// The thread's own bundle is not built here.
vi.mock('node:module', async (original) => ({
  ...(await original<object>()),
  createRequire: () => ({ resolve: (path: string) => path }),
}));

/** A reader that never answers where the path says so. */
vi.mock('../../../../server/src/host/node/threads', async (original) => ({
  ...(await original<object>()),
  startThread: () => ({
    call: (name: string, given: { path?: string }) =>
      name === 'read' && given.path?.includes('silent') ? new Promise(() => undefined) : Promise.resolve(undefined),
    end: () => new Promise((resolve) => setImmediate(resolve)),
  }),
}));

afterEach(() => void vi.useRealTimers());

test('a file that never answers is unreadable, and so are those beside it; the others are read', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const paths = ['/a/1.txt', '/silent/1.txt', '/silent/2.txt', '/a/2.txt', '/silent/3.txt', '/a/3.txt'];
  const read: string[] = [];
  const problems = new Map<string, string>();
  const candidates = paths.map((path) => ({ path, uri: `file://${path}`, fingerprint: '', isCertain: true }));
  const reading = readIssues(
    candidates,
    { locale: 'en', dictionaries: [] },
    {
      issue: () => undefined,
      other({ path }, problem) {
        if (problem === undefined) read.push(path);
        else problems.set(path, problem);
      },
      isStopped: () => false,
    },
  );
  const ticking = setInterval(() => void vi.advanceTimersByTime(1000), 2);
  await reading.finally(() => clearInterval(ticking));
  expect(read.sort()).toEqual(['/a/1.txt', '/a/2.txt', '/a/3.txt']);
  expect([...problems.keys()].sort()).toEqual(['/silent/1.txt', '/silent/2.txt', '/silent/3.txt']);
  expect(new Set(problems.values())).toEqual(new Set(['No response for 30 seconds.']));
});
