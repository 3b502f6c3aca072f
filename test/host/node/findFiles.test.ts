import type promises from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { findFiles } from '../../../server/src/host/node/findFiles';
import { folderWith } from '../../support/commandLine';

/** How a folder fails that is called so. `readdir` of the system is as it is for all others. */
vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof promises>();
  const readdir = (path: string, options: object): unknown => {
    if (path.includes('locked'))
      return Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }));
    return path.includes('silent') ? new Promise(() => undefined) : files.readdir(path, options as never);
  };
  return { ...files, readdir };
});

afterEach(() => void vi.useRealTimers());

test('a folder that cannot be read or never answers is a problem, and the others are read', async () => {
  const folder = folderWith({ 'a/page.txt': '', 'b/locked/page.txt': '', 'b/silent/page.txt': '', 'b/z.txt': '' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const found = findFiles({ cwd: folder.path, patterns: '**/*.txt' });
  const ticking = setInterval(() => void vi.advanceTimersByTime(1000), 5);
  const { names, unreadable } = await found.finally(() => clearInterval(ticking));
  folder.remove();
  expect(names).toEqual(['a/page.txt', 'b/z.txt']);
  expect(unreadable).toEqual(
    new Map([
      [`${folder.path}/b/locked`, 'Permission denied.'],
      [`${folder.path}/b/silent`, 'It has not answered for 30 seconds.'],
    ]),
  );
});
