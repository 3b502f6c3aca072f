import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Method } from '../../server/src/lsp/protocol';
import type { UpdateOutcome } from '../../server/src/index/update';
import type { IssueMentionsOf } from '../../server/src/index/queries/mentions';
import type { Named } from '../../server/src/index/queries/named';
import type { HeldPost } from '../../server/src/index/queries/posts';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

/** 沈知远 is named in three issues, once as 沈志远, which is a misreading. */
const ISSUES = {
  '1998/ycrb-19980301-01.txt':
    '第一版 要闻\n\n## 全市部署春耕\n\n本报讯（记者 林一舟）3月1日，市委副书记、市长沈知远主持会议。沈知远要求抓好春耕。\n',
  '1999/ycrb-19990502-01.txt':
    '第一版 要闻\n\n## 市领导检查防汛\n\n本报讯（记者 林一舟）5月2日，市委书记沈知远检查防汛工作。\n',
  '2000/ycrb-20000611-01.issue.txt':
    '第一版 要闻\n\n## 河道整治推进\n\n本报讯（记者 林一舟）6月11日，市委书记沈志远到工地。\n',
  'notes.txt': '牛奶\n鸡蛋\n沈知远的电话\n',
};
const [FIRST, SECOND, THIRD] = Object.keys(ISSUES) as [string, string, string, string];

let folder: Folder;
let session: Session;
beforeAll(async () => {
  folder = folderWith(ISSUES);
  session = await startSession({ workspace: folder.path });
  await session.request(Method.indexUpdate, {});
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  folder.remove();
});

const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;

/** Where a name is in an issue, as a cursor within it. */
function within(name: string, words: string) {
  const text = ISSUES[name as keyof typeof ISSUES];
  const line = text.split('\n').findIndex((one) => one.includes(words));
  const character = (text.split('\n')[line] ?? '').indexOf(words) + 1;
  return { textDocument: { uri: uriOf(name) }, position: { line, character } };
}

async function referencesTo(place: object): Promise<string[]> {
  const found = await session.request<Location[]>('textDocument/references', {
    ...place,
    context: { includeDeclaration: true },
  });
  return found.map(
    ({ uri, range }) => `${uri.slice(uriOf('').length + 1)}:${range.start.line}:${range.start.character}`,
  );
}

test('references are found in issues that are not open, the earliest first, and not in notes', async () => {
  session.open(FIRST, ISSUES[FIRST as keyof typeof ISSUES]);
  expect(await referencesTo(within(FIRST, '沈知远'))).toEqual([`${FIRST}:4:24`, `${FIRST}:4:32`, `${SECOND}:4:20`]);
});

describe('custom messages for views', () => {
  test('names with counts and dates', async () => {
    const named = await session.request<Named[]>(Method.indexNamed, {});
    expect(named.find(({ key }) => key === 'person:沈知远')).toEqual({
      key: 'person:沈知远',
      type: 'person',
      name: '沈知远',
      mentions: 3,
      issues: 2,
      first: '1998-03-01',
      last: '1999-05-02',
    });
    expect(await session.request(Method.indexStats, { key: 'person:沈知远' })).toMatchObject({ mentions: 3 });
  });

  test('mentions with the headlines of their articles', async () => {
    const mentions = await session.request<IssueMentionsOf[]>(Method.indexMentions, { key: 'person:沈志远' });
    expect(mentions).toMatchObject([
      { uri: uriOf(THIRD), date: '2000-06-11', places: [{ spelling: '沈志远', headline: '河道整治推进' }] },
    ]);
  });

  test('who held which post', async () => {
    const posts = await session.request<HeldPost[]>(Method.indexPosts, {});
    const holders = posts.find(({ office }) => office === '市委书记')?.holders.map(({ name, first }) => [name, first]);
    expect(holders).toEqual([
      ['沈知远', '1999-05-02'],
      ['沈志远', '2000-06-11'],
    ]);
  });
});

describe('workspace symbols', () => {
  const found = async (query: string): Promise<string[]> =>
    (await session.request<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name);

  test('by characters: names, then articles', async () => {
    expect(await found('沈知')).toEqual(['沈知远']);
    expect(await found('河道')).toEqual(['河道整治推进']);
  });

  test('by initials, with the pinyin in the name for editors that compare letters', async () => {
    expect(await found('lyz')).toEqual(['林一舟 Lin Yizhou']);
  });
});

describe('rename', () => {
  test('repairs one spelling in every issue, each place to be confirmed', async () => {
    const uri = session.open(THIRD, ISSUES[THIRD as keyof typeof ISSUES]);
    const place = within(THIRD, '沈志远');
    expect(await session.request('textDocument/prepareRename', place)).toMatchObject({ placeholder: '沈志远' });
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: ' 沈知远 ' });
    expect(edit.documentChanges).toEqual([
      {
        textDocument: { uri, version: 1 },
        edits: [{ range: expect.anything(), newText: '沈知远', annotationId: 'rename' }],
      },
    ]);
    expect(edit.changeAnnotations).toEqual({ rename: { label: '“沈志远” becomes “沈知远”', needsConfirmation: true } });
  });

  test('reaches issues that are not open', async () => {
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...within(FIRST, '沈知远'),
      newName: '沈致远',
    });
    expect(
      edit.documentChanges?.map((change) => 'edits' in change && [change.textDocument, change.edits.length]),
    ).toEqual([
      [{ uri: uriOf(FIRST), version: 1 }, 2],
      [{ uri: uriOf(SECOND), version: null }, 1],
    ]);
  });

  test('leaves out closed files that are not in UTF-8, and says how many', async () => {
    const name = '1997/ycrb-19970101-01.issue.txt';
    mkdirSync(join(folder.path, '1997'));
    writeFileSync(join(folder.path, name), Buffer.from('\ufeff市长沈知远讲话。\n', 'utf16le'));
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...within(FIRST, '沈知远'),
      newName: '沈致远',
    });
    expect(JSON.stringify(edit)).not.toContain(name);
    expect(session.shown.filter((line) => line.includes('not in UTF-8: 1'))).toHaveLength(1);
    rmSync(join(folder.path, '1997'), { recursive: true });
    await session.request(Method.indexUpdate, {});
  });

  test.each([
    ['a common word', '会议', '会议', /people, places and organisations/],
    ['nothing', '沈知远', '  ', /cannot be empty/],
    ['two lines', '沈知远', '沈\n知远', /one line/],
    ['the same', '沈知远', '沈知远', /already/],
  ])('refuses %s and says why', async (_, words, newName, reason) => {
    await expect(session.request('textDocument/rename', { ...within(FIRST, words), newName })).rejects.toThrow(reason);
  });
});

test('highlights are the places in the issue itself', async () => {
  expect(await session.request('textDocument/documentHighlight', within(FIRST, '沈知远'))).toHaveLength(2);
  expect(await session.request('textDocument/documentHighlight', within(FIRST, '会议'))).toEqual([]);
});

describe('changes are noticed', () => {
  test('in the editor, before it is saved, and no longer once it is closed', async () => {
    const uri = session.open(SECOND, ISSUES[SECOND as keyof typeof ISSUES]);
    session.change(uri, { text: ISSUES[SECOND as keyof typeof ISSUES].replaceAll('沈知远', '沈志远') });
    expect(await referencesTo(within(FIRST, '沈知远'))).toHaveLength(2);
    session.close(uri);
    expect(await referencesTo(within(FIRST, '沈知远'))).toHaveLength(3);
  });

  test('outside of the editor: new, changed and removed files', async () => {
    const name = '2001/ycrb-20010101-01.txt';
    const update = async (): Promise<UpdateOutcome> => session.request(Method.indexUpdate, {});
    mkdirSync(join(folder.path, '2001'));
    writeFileSync(join(folder.path, name), ISSUES[SECOND as keyof typeof ISSUES]);
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 1 }] });
    await expect.poll(() => referencesTo(within(FIRST, '沈知远')), { timeout: 30_000 }).toContain(`${name}:4:20`);
    rmSync(join(folder.path, '2001'), { recursive: true });
    expect(await update()).toEqual({ read: 0, removed: 1, isComplete: true });
    expect(await update()).toEqual({ read: 0, removed: 0, isComplete: true });
    expect(await referencesTo(within(FIRST, '沈知远'))).toHaveLength(3);
  });
});

describe('between sessions', () => {
  const storage = (): string => join(folder.path, '.storage');
  const restarted = async (work: (later: Session, outcome: UpdateOutcome) => Promise<void> | void): Promise<void> => {
    const later = await startSession({ workspace: folder.path, storage: storage() });
    await work(later, await later.request(Method.indexUpdate, {}));
    await later.end();
  };

  test('the archive is kept: only what has changed is read again', async () => {
    await restarted((_, { read }) => expect(read).toBe(4));
    writeFileSync(join(folder.path, SECOND), `${ISSUES[SECOND as keyof typeof ISSUES]}\n沈知远讲话。\n`);
    await restarted(async (later, { read }) => {
      expect(read).toBe(1);
      expect(await later.request(Method.indexStats, { key: 'person:沈知远' })).toMatchObject({ mentions: 4 });
      expect(later.logged).toEqual([]);
    });
  });

  test('a damaged file is rebuilt, and this is logged once', async () => {
    writeFileSync(join(storage(), 'index.bin'), 'nothing like an archive');
    await restarted((later, { read }) => {
      expect(read).toBe(4);
      expect(later.logged.filter((line) => line.includes('damaged'))).toHaveLength(1);
    });
    await restarted((later, { read }) => {
      expect(read).toBe(0);
      expect(later.logged).toEqual([]);
    });
  });

  test('without a storage folder, nothing is written', async () => {
    const before = await session.request(Method.indexNamed, {});
    expect(before).not.toEqual([]);
    expect(existsSync(join(folder.path, 'index.bin'))).toBe(false);
  });
});

describe('a large workspace', () => {
  const pages = 200;
  const large = folderWith(
    Object.fromEntries(
      Array.from({ length: pages }, (_, page) => [`${page}.issue.txt`, `## 要闻\n\n第${page}次。市长沈知远讲话。\n`]),
    ),
  );
  afterAll(() => large.remove());

  test('shows the progress of reading; after being stopped, it continues if the user asks for it', async () => {
    const hurried = await startSession({ workspace: large.path, impatient: true });
    const stopped = await hurried.request<UpdateOutcome>(Method.indexUpdate, {});
    expect(stopped.isComplete).toBe(false);
    expect(hurried.progress).toContain('begin');
    expect(hurried.progress.at(-1)).toBe('end');
    const resumed = await hurried.request<UpdateOutcome>(Method.indexUpdate, {});
    expect(stopped.read + resumed.read).toBe(pages);
    expect(await hurried.request(Method.indexStats, { key: 'person:沈知远' })).toMatchObject({ issues: pages });
    await hurried.end();
  });

  test('is read again where the dictionaries have changed, and the log says why', async () => {
    const storage = join(large.path, '.storage');
    const updated = async (): Promise<[number, boolean]> => {
      const later = await startSession({ workspace: large.path, storage });
      const { read } = await later.request<UpdateOutcome>(Method.indexUpdate, {});
      await later.end();
      return [read, later.logged.some((line) => line.includes('dictionaries'))];
    };
    expect(await updated()).toEqual([pages, false]);
    mkdirSync(join(large.path, '.galley'));
    writeFileSync(join(large.path, '.galley', 'dictionary.tsv'), 'type\tname\nperson\t沈知远\n');
    expect(await updated()).toEqual([pages, true]);
    expect(await updated()).toEqual([0, false]);
  });
});
