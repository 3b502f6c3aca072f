import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  Method,
  type ExportResult,
  type ExportWorkspaceResult,
  type ImportDictionaryResult,
} from '../../server/src/lsp/protocol';
import { ALL, UNSAFE } from '../support/escapes';
import { startSession, type Session } from '../support/session';

const NAME = `名\n${ALL.replaceAll('/', '')}`;
const CELL = ALL.replaceAll('\r', '');
const PAGE = `# 会议${ALL}召开\n\n本报讯（记者 沈知远）市委书记林${ALL}一舟听取工作情况 and 下一步${ALL}安排。\n`;

let workspace: string;
let session: Session;
const uriOf = (name: string): string => pathToFileURL(join(workspace, name)).href;

beforeAll(async () => {
  // A pattern cannot reach into a folder with a line end or a backslash in its name.
  workspace = join(mkdtempSync(join(tmpdir(), 'galley-')), NAME.replace(/[\n\\]/g, ''));
  mkdirSync(join(workspace, '.galley'), { recursive: true });
  writeFileSync(join(workspace, '.galley/dictionary.tsv'), `type\tname\t${CELL}\nwrong${CELL}\t林${CELL}\nperson\t\n`);
  writeFileSync(join(workspace, `${NAME}.galley.json`), JSON.stringify({ version: 1, issue: { date: ALL } }));
  writeFileSync(join(workspace, `binary${NAME}.txt`), new Uint8Array([0, 1, 2, 0]));
  writeFileSync(join(workspace, `${NAME}.csv`), `名称,类型,${CELL}\n林一舟,${CELL}\n`);
  session = await startSession({
    workspace,
    settings: { rules: { [`none${ALL}`]: 'off' }, dictionaries: { user: `missing${ALL.replaceAll('\0', '')}.tsv` } },
  });
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(join(workspace, '..'), { recursive: true });
});

/** Those of a list that would not be one line, or would command what shows them. */
function unsafeIn(lines: readonly unknown[]): unknown[] {
  return lines.filter((line) => typeof line !== 'string' || UNSAFE.test(line) || line.includes('\n'));
}

test('no control character in a file, a name or a setting is sent by the server', async () => {
  session.allowLog(/./);
  const uri = session.open(`${NAME}.txt`, PAGE);
  await session.completeStatus(uri);
  const found = await session.diagnostics(uri);
  expect(found).not.toEqual([]);
  expect(unsafeIn(found.map(({ message }) => message))).toEqual([]);
  const dictionary = await session.diagnosticsWhere(uriOf('.galley/dictionary.tsv'), (there) => there.length > 0);
  expect(unsafeIn(dictionary.map(({ message }) => message))).toEqual([]);

  const format = `none${ALL}`;
  const params = { uri, path: NAME, format, offsetUnit: 'utf16' };
  const { problem = '' } = await session.request<ExportResult>(Method.export, params);
  const all = { format: 'json', offsetUnit: 'utf16', target: uriOf(`made${NAME}`) };
  const { problems } = await session.request<ExportWorkspaceResult>(Method.exportWorkspace, all);
  const imported = await session.request<ImportDictionaryResult>(Method.importDictionary, {
    source: uriOf(`${NAME}.csv`),
    type: 'person',
  });
  await session.request(Method.indexUpdate, {});
  expect(problem).toContain('none');
  expect(imported.problems.length).toBeGreaterThan(0);
  expect(problems).toHaveLength(1);
  expect(unsafeIn([problem, ...problems, ...imported.problems, ...session.progress])).toEqual([]);

  expect(session.shown.length).toBeGreaterThan(1);
  expect(session.logged.length).toBeGreaterThan(1);
  expect(unsafeIn([...session.shown, ...session.logged])).toEqual([]);
});

/** The texts that a client shows of an answer: what goes into the text of an issue, and what identifies it, is not among them. */
function shownIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    typeof value === 'string' ? (SHOWN.has(key) ? [value] : []) : key === 'data' ? [] : shownIn(value),
  );
}

const SHOWN = new Set(['name', 'detail', 'title', 'label', 'message', 'containerName', 'tooltip', 'description']);

test('no list of names, titles and labels contains a control character, and no refusal', async () => {
  session.allowLog(/./);
  const uri = session.open(`shown${NAME}.txt`, PAGE);
  await session.completeStatus(uri);
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 40 } };
  const answers = await Promise.all([
    session.request('textDocument/documentSymbol', { textDocument }),
    session.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    session.request('textDocument/codeLens', { textDocument }),
    session.request('textDocument/inlayHint', { textDocument, range }),
    session.request('workspace/symbol', { query: '' }),
    session.request(Method.suggestions, { uri }),
  ]);
  const shown = answers.flatMap(shownIn);
  expect(shown.length).toBeGreaterThan(3);
  expect(unsafeIn(shown)).toEqual([]);
  const position = { line: 2, character: PAGE.split('\n')[2]?.indexOf('沈知远') ?? 0 };
  const refusal = session.request('textDocument/rename', { textDocument, position, newName: `沈${ALL}` });
  const message = await refusal.then(
    (edit) => JSON.stringify(edit),
    (error: unknown) => (error as Error).message,
  );
  expect(unsafeIn([message])).toEqual([]);
});
