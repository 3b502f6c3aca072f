import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startSession, type Session } from '../support/session';

const PAGE = `# 云川市召开会议

本报讯（记者 林一舟）3月1日，市长沈知远主持会议。昨天沈知远听取工作情况 and 下一步安排。
`;
/** Where the places are in the page: of a name, behind its first two characters, of a finding, of a date. */
const at = (words: string, into = 1): Position => ({
  line: 2,
  character: (PAGE.split('\n')[2] ?? '').indexOf(words) + into,
});
const whole: Range = { start: { line: 2, character: 0 }, end: { line: 2, character: 40 } };

let workspace: string;
let session: Session;
let uri: string;
beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'galley-'));
  mkdirSync(join(workspace, '.galley'));
  writeFileSync(join(workspace, '.galley/dictionary.tsv'), 'type\tname\nperson\t沈知远\n');
  session = await startSession({ workspace, settings: { inlayHints: { dates: true } } });
  uri = session.open('ycrb-20240301-01.issue.txt', PAGE);
  await session.completeStatus(uri);
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

const lineOf = ({ start }: Range): number => start.line;
const smallest = ([first]: SelectionRange[]): number[] => (first ? [lineOf(first.range)] : []);
const edits = ({ documentChanges = [] }: WorkspaceEdit): number[] =>
  (documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits.map(({ range }) => lineOf(range)));

/** Requests on the third line, with the lines of the page that their answers name. */
const REQUESTS: readonly {
  readonly method: string;
  readonly params: object;
  readonly linesOf: (answer: never) => readonly (number | string)[];
}[] = [
  {
    method: 'textDocument/hover',
    params: { position: at('沈知远') },
    linesOf: ({ range }: Hover) => (range ? [lineOf(range)] : []),
  },
  {
    method: 'textDocument/completion',
    params: { position: at('沈知远', 2) },
    linesOf: ({ items }: CompletionList) =>
      items.slice(0, 1).map(({ textEdit }) => (textEdit && 'range' in textEdit ? lineOf(textEdit.range) : -1)),
  },
  {
    method: 'textDocument/documentHighlight',
    params: { position: at('沈知远') },
    linesOf: (found: DocumentHighlight[]) => found.map(({ range }) => lineOf(range)),
  },
  {
    method: 'textDocument/references',
    params: { position: at('沈知远'), context: { includeDeclaration: true } },
    linesOf: (found: Location[]) => found.map(({ range }) => lineOf(range)),
  },
  {
    method: 'textDocument/prepareRename',
    params: { position: at('沈知远') },
    linesOf: ({ range }: { range: Range }) => [lineOf(range)],
  },
  { method: 'textDocument/rename', params: { position: at('沈知远'), newName: '沈志远' }, linesOf: edits },
  { method: 'textDocument/selectionRange', params: { positions: [at('沈知远')] }, linesOf: smallest },
  {
    method: 'textDocument/inlayHint',
    params: { range: whole },
    linesOf: (hints: InlayHint[]) => hints.map(({ position }) => position.line),
  },
  {
    method: 'textDocument/definition',
    params: { position: at('沈知远') },
    linesOf: (found: Location[]) => found.map((one) => one.uri),
  },
  {
    method: 'textDocument/codeAction',
    params: { range: { start: at('and'), end: at('and') }, context: { diagnostics: [] } },
    linesOf: (actions: CodeAction[]) => actions.map(({ title }) => title),
  },
];

test.each(REQUESTS)('the position of $method follows edits in the meantime', async (request) => {
  const linesOf = request.linesOf as (answer: unknown) => readonly (number | string)[];
  const ask = async (): Promise<readonly (number | string)[]> =>
    linesOf(await session.request(request.method, { textDocument: { uri }, ...request.params }));
  const before = await ask();
  const asked = ask();
  const top = { line: 0, character: 0 };
  session.change(uri, { range: { start: top, end: top }, text: '\n\n\n' });
  const overtaken = await asked;
  session.change(uri, { range: { start: top, end: { line: 3, character: 0 } }, text: '' });
  expect(before.length).toBeGreaterThan(0);
  // An edit that arrives in another piece than the request may come too late to overtake it.
  expect([before, before.map((line) => (typeof line === 'number' ? line + 3 : line))]).toContainEqual(overtaken);
});
