import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { LANGUAGE_ID, Method } from '../../server/src/lsp/protocol';
import type { UpdateOutcome } from '../../server/src/index/update';
import { folderWith, type Folder } from '../support/commandLine';
import { folderOf, startSession, type Session } from '../support/session';

const issue = (date: string): string =>
  `## 全市部署春耕\n\n本报讯（记者 林一舟）${date}，市长沈知远主持会议，在青桐里开工。\n`;

const made: Folder[] = [];
afterEach(() => made.splice(0).forEach((folder) => folder.remove()));

function folder(files: Readonly<Record<string, string>>): string {
  const one = folderWith(files);
  made.push(one);
  return one.path;
}

async function referencesIn(session: Session, uri: string, words: string, text: string): Promise<string[]> {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  const character = (text.split('\n')[line] ?? '').indexOf(words) + 1;
  const found = await session.request<Location[]>('textDocument/references', {
    textDocument: { uri },
    position: { line, character },
    context: { includeDeclaration: true },
  });
  return found.map((one) => one.uri.slice(one.uri.lastIndexOf('/') + 1)).sort();
}

describe('folders that come and go', () => {
  test('references and dictionaries follow them', async () => {
    const text = issue('3月1日');
    const first = folder({ 'a.issue.txt': text });
    const second = folder({
      'b.issue.txt': issue('4月1日'),
      '.galley/dictionary.tsv': 'type\tname\nplace\t青桐里\n',
    });
    let open = [first];
    const session = await startSession({ workspace: first, folders: () => open });
    const uri = session.open('a.issue.txt', text);
    expect(await referencesIn(session, uri, '沈知远', text)).toEqual(['a.issue.txt']);
    expect(await referencesIn(session, uri, '青桐里', text)).toEqual([]);

    open = [first, second];
    session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folderOf(second)], removed: [] } });
    await expect
      .poll(() => referencesIn(session, uri, '沈知远', text), { timeout: 20_000 })
      .toEqual(['a.issue.txt', 'b.issue.txt']);
    await expect
      .poll(() => referencesIn(session, uri, '青桐里', text), { timeout: 20_000 })
      .toEqual(['a.issue.txt', 'b.issue.txt']);

    open = [first];
    session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folderOf(second)] } });
    await expect.poll(() => referencesIn(session, uri, '沈知远', text), { timeout: 20_000 }).toEqual(['a.issue.txt']);
    await expect.poll(() => referencesIn(session, uri, '青桐里', text), { timeout: 20_000 }).toEqual([]);
    await session.end();
  });

  test('a client that refuses to list them is believed about what it said before', async () => {
    const text = issue('3月1日');
    const first = folder({ 'a.issue.txt': text, 'c.issue.txt': issue('5月1日') });
    const second = folder({ 'b.issue.txt': issue('4月1日') });
    const session = await startSession({
      workspace: first,
      folders() {
        throw new Error('not now');
      },
    });
    const uri = session.open('a.issue.txt', text);
    await session.request<UpdateOutcome>(Method.indexUpdate, {});
    expect(await referencesIn(session, uri, '沈知远', text)).toEqual(['a.issue.txt', 'c.issue.txt']);
    session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folderOf(second)], removed: [] } });
    await expect
      .poll(() => referencesIn(session, uri, '沈知远', text), { timeout: 20_000 })
      .toEqual(['a.issue.txt', 'b.issue.txt', 'c.issue.txt']);
    await session.end();
  });
});

test.each(['git', 'fugitive', 'output'])(
  'a document of the scheme %s takes no part in references and renaming',
  async (scheme) => {
    const text = issue('3月1日');
    const workspace = folder({ 'a.issue.txt': text });
    const session = await startSession({ workspace });
    await session.request<UpdateOutcome>(Method.indexUpdate, {});
    const uri = session.open('a.issue.txt', text);
    const shown = `${scheme}:${pathToFileURL(workspace).pathname}/old.issue.txt`;
    session.notify('textDocument/didOpen', {
      textDocument: { uri: shown, languageId: LANGUAGE_ID, version: 1, text },
    });
    expect(await referencesIn(session, uri, '沈知远', text)).toEqual(['a.issue.txt']);
    // From the old version, too, the name is found in the workspace.
    expect(await referencesIn(session, shown, '沈知远', text)).toEqual(['a.issue.txt']);
    const at = { textDocument: { uri: shown }, position: { line: 2, character: 24 }, newName: '沈致远' };
    await expect(session.request('textDocument/rename', at)).rejects.toThrow(/cannot be changed/);
    await session.end();
  },
);

test('references say so if the workspace has not been read completely', async () => {
  const text = issue('3月1日');
  const pages = Object.fromEntries(Array.from({ length: 200 }, (_, page) => [`${page}.issue.txt`, text]));
  const workspace = folder(pages);
  const session = await startSession({ workspace, impatient: true });
  await session.request<UpdateOutcome>(Method.indexUpdate, {});
  const uri = session.open('0.issue.txt', text);
  await referencesIn(session, uri, '沈知远', text);
  expect(session.shown.filter((line) => line.includes('has not read the whole workspace'))).toHaveLength(1);
  await session.request<UpdateOutcome>(Method.indexUpdate, {});
  await referencesIn(session, uri, '沈知远', text);
  expect(session.shown.filter((line) => line.includes('has not read the whole workspace'))).toHaveLength(1);
  await session.end();
});

test('references in a file without a workspace are complete', async () => {
  const text = issue('3月1日');
  const session = await startSession();
  const uri = session.open('a.issue.txt', text);
  expect(await referencesIn(session, uri, '沈知远', text)).toEqual(['a.issue.txt']);
  expect(session.shown).toEqual([]);
  await session.end();
});
