import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { findIssueFiles } from '../../../../server/src/host/node/index/findIssueFiles';
import { folderWith } from '../../../support/commandLine';

const folder = folderWith({
  'page.txt': '甲',
  '1998/Page.TXT': '甲',
  '1998/named.issue.txt': '甲',
  '1998/named.issue.galley.json': '{}',
  'scans/page.ocr': '甲',
  'node_modules/package/licence.txt': '甲',
  '.git/notes.txt': '甲',
});
afterAll(() => folder.remove());

async function found(patterns: readonly string[], byContent: boolean): Promise<string[]> {
  const { files: candidates } = await findIssueFiles([folder.path, folder.path], { patterns, byContent });
  return candidates
    .map(({ uri, isCertain }) => {
      const name = relative(folder.path, fileURLToPath(uri)).split(sep).join('/');
      return isCertain ? name : `${name}?`;
    })
    .sort();
}

test.each([
  [[], true, ['1998/Page.TXT?', '1998/named.issue.txt', 'page.txt?']],
  [[], false, ['1998/named.issue.txt']],
  [['**/*.ocr'], false, ['1998/named.issue.txt', 'scans/page.ocr']],
  [['1998/*.txt'], true, ['1998/Page.TXT', '1998/named.issue.txt', 'page.txt?']],
])('with the patterns %j and recognition by content %j', async (patterns, byContent, expected) => {
  expect(await found(patterns, byContent)).toEqual(expected);
});

test('a sidecar belongs to the state of its issue', async () => {
  const fingerprint = async (): Promise<string | undefined> =>
    (await findIssueFiles([folder.path], { patterns: [], byContent: false })).files[0]?.fingerprint;
  const before = await fingerprint();
  expect(await fingerprint()).toBe(before);
  writeFileSync(join(folder.path, '1998/named.issue.galley.json'), '{"version": 1}');
  expect(await fingerprint()).not.toBe(before);
});

test('a missing folder has no issues', async () => {
  expect(await findIssueFiles([`${folder.path}/nowhere`], { patterns: [], byContent: true })).toEqual({
    files: [],
    unreadable: [],
  });
});
