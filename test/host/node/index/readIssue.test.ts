import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader } from '../../../../server/src/host/node/index/readIssue';
import { unpackOccurrences } from '../../../../server/src/index/queries/occurrences';
import { createQueries } from '../../../../server/src/index/queries/queries';
import type { IssueRecord } from '../../../../server/src/index/record';
import { indexOf } from '../../../support/indexes';
import { folderWith } from '../../../support/commandLine';

const PAGE = '第一版 要闻\r\n\r\n本报讯（记者 林一舟）3月1日，市长沈知远主持会议。\r\n';

const folder = folderWith({
  'plain.txt': PAGE,
  'marked.txt': `\ufeff${PAGE}`,
  'wide.txt': Buffer.from(`\ufeff${PAGE}`, 'utf16le'),
  'told.txt': PAGE,
  'told.galley.json': '{"version":1,"issue":{"title":"云川日报","date":"1998-03-01"}}',
  'list.txt': '牛奶\n鸡蛋\n',
  'binary.txt': new Uint8Array([0, 1, 2, 0, 255]),
});
afterAll(() => folder.remove());

const reader = createReader();
beforeAll(() => reader.setUp({ locale: 'en', dictionaries: [] }));

function read(name: string, isCertain = false): Promise<IssueRecord | undefined> {
  const path = join(folder.path, name);
  return reader.read({ path, uri: pathToFileURL(path).href, fingerprint: '', isCertain });
}

/** Where 沈知远 stands. */
async function extents(name: string) {
  const record = await read(name);
  const queries = createQueries(indexOf(...(record ? [record] : [])));
  return unpackOccurrences(queries.occurrences('person:沈知远')).flatMap((one) => one.extents);
}

test('a file is read as an editor sees it: a byte order mark does not count', async () => {
  const plain = await extents('plain.txt');
  expect(plain).toEqual([{ start: { line: 2, column: 18 }, end: { line: 2, column: 21 } }]);
  expect(await extents('marked.txt')).toEqual(plain);
  expect(await extents('wide.txt')).toEqual(plain);
});

test('text that is not UTF-8 is detected', async () => {
  expect((await read('marked.txt'))?.isUtf8).toBe(true);
  expect((await read('wide.txt'))?.isUtf8).toBe(false);
});

test('the user’s data in the sidecar takes precedence', async () => {
  expect(await read('told.txt')).toMatchObject({ newspaper: '云川日报', date: '1998-03-01' });
});

test('a file that does not look like an issue is one only if its name says so', async () => {
  expect(await read('list.txt')).toBeUndefined();
  expect(await read('list.txt', true)).toMatchObject({ mentions: [] });
});

test('an unreadable file gives the reason', async () => {
  await expect(read('binary.txt')).rejects.toThrow(/NUL bytes/);
});
