import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Method, type ExportParams, type ExportResult } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

function exported(uri: string, more: Partial<ExportParams> = {}): Promise<ExportResult> {
  return session.request(Method.export, { uri, path: 'issue.txt', format: 'json', offsetUnit: 'utf16', ...more });
}

function save(name: string, content: string | Uint8Array): string {
  writeFileSync(join(session.folder, name), content);
  return pathToFileURL(join(session.folder, name)).href;
}

test('what the editor has goes before what is on disk', async () => {
  const uri = session.open('open.txt', DAMAGED_PAGE);
  const { text: saved = '' } = await exported(uri);
  session.change(uri, { text: DAMAGED_PAGE.replaceAll('青桐镇', '白榆镇') });
  const { text: unsaved = '' } = await exported(uri);
  expect(JSON.parse(saved)).toMatchObject({ articles: [{}, { headlines: [{ text: '青桐镇春耕备耕有序展开' }] }] });
  expect(JSON.parse(unsaved)).toMatchObject({ articles: [{}, { headlines: [{ text: '白榆镇春耕备耕有序展开' }] }] });
});

test('the encoding has the same name, whether the text comes from the editor or from disk', async () => {
  for (const uri of [session.open('named.txt', DAMAGED_PAGE), save('named-on-disk.txt', DAMAGED_PAGE)])
    expect(JSON.parse((await exported(uri)).text ?? '')).toMatchObject({ issue: { source: { encoding: 'utf-8' } } });
});

test('an issue that is not open is exported from disk, one article a line', async () => {
  const { text = '' } = await exported(save('closed.txt', DAMAGED_PAGE), { format: 'ndjson' });
  expect(text.trimEnd().split('\n')).toHaveLength(2);
});

test('a file that is no issue is left out where the content decides', async () => {
  expect(await exported(save('list.txt', '牛奶\n鸡蛋\n面包\n'), { onlyIfIssue: true })).toEqual({});
});

test('a file that cannot be read and an unknown format say why', async () => {
  expect((await exported(save('binary.txt', new Uint8Array([0, 1, 2, 0, 255])))).problem).toMatch(/zero bytes/);
  expect((await exported(save('fine.txt', DAMAGED_PAGE), { format: 'docx' })).problem).toContain('docx');
});
