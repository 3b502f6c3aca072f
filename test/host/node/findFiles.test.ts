import type promises from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { createIndex } from '../../../server/src/index/issueIndex';
import { findFiles } from '../../../server/src/host/node/findFiles';
import { nodeIndexFiles } from '../../../server/src/host/node/index/indexFiles';
import { updateIndex } from '../../../server/src/host/index/updateIndex';
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
      [`${folder.path}/b/silent`, 'No response for 30 seconds.'],
    ]),
  );
});

test('issues below a folder that cannot be read stay in the index, and the folder is reported', async () => {
  const folder = folderWith({ 'a/page.issue.txt': '# 会议\n', 'b/locked/page.issue.txt': '# 会议\n' });
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;
  const index = createIndex();
  for (const name of ['b/locked/page.issue.txt', 'b/gone.issue.txt'])
    index.pass(uriOf(name), 'as it was when it was read');
  const logged: string[] = [];
  const recognition = { patterns: [], byContent: false };
  await updateIndex(
    index,
    { folders: [pathToFileURL(folder.path).href], recognition, dictionaries: [], revision: '', onlyKnown: true },
    {
      files: nodeIndexFiles,
      locale: 'en',
      isStopped: () => false,
      changed: () => undefined,
      tell: (news) => logged.push('log' in news ? news.log : ''),
    },
  );
  folder.remove();
  expect(index.uris()).toEqual([uriOf('b/locked/page.issue.txt')]);
  expect(logged).toEqual([`${folder.path}/b/locked: Permission denied.`]);
});

test.skipIf(process.platform === 'win32')('names may have backslashes and line ends', async () => {
  const names = ['a\nb/page.txt', 'c\\d/e\\f.txt', 'g\r\n.txt', '𠼀.txt'];
  const folder = folderWith(
    Object.fromEntries(['outer\\name\n', ''].flatMap((outer) => names.map((name) => [join(outer, name), '']))),
  );
  for (const cwd of [folder.path, join(folder.path, 'outer\\name\n')]) {
    const found = await findFiles({ cwd, patterns: '**/*.txt', ignore: ['outer*/**'] });
    expect(found.names).toEqual(names);
  }
  folder.remove();
});
