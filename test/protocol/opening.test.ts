import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { RULES } from '../../server/src/lint/rules/index';
import { Method } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { wordsIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

test('an issue is analysed when it is opened, and its findings go when it is closed', async () => {
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  const found = await session.diagnostics(uri);
  expect(
    found.filter(({ code }) => code === 'stray-latin-word').map(({ range }) => wordsIn(DAMAGED_PAGE, range)),
  ).toEqual([' and ', ' with ']);
  expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['galley']));

  session.close(uri);
  expect(await session.diagnosticsWhere(uri, ({ length }) => length === 0)).toEqual([]);
});

test('a group of findings is published once, and its other occurrences are sent separately', async () => {
  const uri = session.open('grouped.txt', DAMAGED_PAGE);
  const found = await session.diagnostics(uri);
  const grouped = found.filter(({ code }) => code === 'half-width-punctuation');
  expect(grouped.map(({ range }) => range.start)).toEqual([{ line: 4, character: 3 }]);
  const { places } = await session.occurrences(uri);
  expect(places.slice(0, 6)).toEqual([4, 10, 1, 4, 15, 1]);
});

test('the status says whether checks still run, then which newspaper of which day this is', async () => {
  const own = await startSession();
  const uri = own.open('云川日报-20240518-01.txt', DAMAGED_PAGE);
  const complete = await own.completeStatus(uri);
  expect(complete).toMatchObject({ version: 1, articles: 2, title: '云川日报' });
  expect(complete.date).toEqual({ value: '2024-05-18', certainty: 'filename' });
  const [first] = own.statuses;
  expect(first).toMatchObject({ version: 1, isChecking: true });
  expect(first).not.toHaveProperty('date');

  own.change(uri, { text: `${DAMAGED_PAGE}\n# 又一篇\n\n正文 and 正文。\n` });
  expect(await own.completeStatus(uri)).toMatchObject({ version: 2, articles: 3 });
  await own.end();
});

test('checks end where no rule asks the language model', async () => {
  const asking = RULES.filter(({ scope }) => scope === 'language').map(({ meta }) => [meta.id, 'off']);
  const settings = { rules: Object.fromEntries(asking) };
  const own = await startSession({ settings });
  expect(await own.completeStatus(own.open('plain.txt', DAMAGED_PAGE))).toMatchObject({ isChecking: false });
  await own.end();
});

test('documents of other languages are not served', async () => {
  const plain = session.open('notes.txt', DAMAGED_PAGE, 'plaintext');
  const issue = session.open('beside.txt', DAMAGED_PAGE);
  await session.diagnostics(issue);
  const params = { textDocument: { uri: plain } };
  expect(await session.request('textDocument/documentSymbol', params)).toEqual([]);
  expect(await session.request('textDocument/formatting', { ...params, options: {} })).toEqual([]);
});

test('the outline lists the articles, and each can be folded and navigated to', async () => {
  const uri = session.open('outline.txt', DAMAGED_PAGE);
  const params = { textDocument: { uri } };
  const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', params);
  const names = (items: readonly DocumentSymbol[]): string[] =>
    items.flatMap(({ name, children = [] }) => [name, ...names(children)]);
  expect(names(symbols)).toEqual(expect.arrayContaining(['云川市召开河道整治推进会', '青桐镇春耕备耕有序展开']));

  const starts = await session.request<{ line: number }[]>(Method.articles, { uri });
  expect(starts.map(({ line }) => line)).toEqual([2, 6]);
  const folds = await session.request<FoldingRange[]>('textDocument/foldingRange', params);
  expect(folds.map(({ startLine }) => startLine)).toEqual(expect.arrayContaining([2, 6]));
});

test('a selection grows from a word to the whole issue', async () => {
  const uri = session.open('selection.txt', DAMAGED_PAGE);
  const [smallest] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri },
    positions: [{ line: 2, character: 9 }],
  });
  const steps: string[] = [];
  for (let step = smallest; step; step = step.parent) steps.push(wordsIn(DAMAGED_PAGE, step.range));
  expect(steps[0]).toBe('河道');
  expect(steps.at(-1)).toBe(DAMAGED_PAGE);
});

test('columns are counted in UTF-16 code units, and CRLF files have the same columns', async () => {
  const text = `𠮷野河治理 and 防洪。\r\n听取汇报 with 建议。\r\n`;
  const uri = session.open('crlf.txt', text);
  const found = (await session.diagnostics(uri)).filter(({ code }) => code === 'stray-latin-word');
  expect(found.map(({ range: { start, end } }) => [start.line, start.character, end.character])).toEqual([
    [0, 6, 11],
    [1, 4, 10],
  ]);
});

test('messages are in the language of the client', async () => {
  const chinese = await startSession({ locale: 'zh-cn' });
  const found = await chinese.diagnostics(chinese.open('issue.txt', DAMAGED_PAGE));
  expect(found.map(({ message }) => message)).toContain('中文词语之间夹有英文“and”');
  await chinese.end();
});

test('an issue with too many lines is not read, and a note says so until it is shorter', async () => {
  const uri = session.open('long.txt', '市\n'.repeat(500_001));
  expect((await session.diagnostics(uri)).map(({ message }) => message)).toEqual([
    'It has more than 500000 lines, too many for an issue.',
  ]);
  expect(await session.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
  session.change(uri, { text: DAMAGED_PAGE });
  expect((await session.diagnostics(uri)).length).toBeGreaterThan(1);
});
