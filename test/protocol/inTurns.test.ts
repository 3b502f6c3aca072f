import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver/node';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const LONG = '市委召开会议,研究部署工作.\n\n'.repeat(4000);

test.each([
  ['all repairs', 'textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ['all names', 'textDocument/semanticTokens/full', {}],
])('a request on one issue is answered while %s of a long one are asked for', async (name, method, params) => {
  const long = session.open(`${name}.txt`, `# 会议\n\n${LONG}`);
  const short = session.open('short.txt', '# 云川市召开会议\n\n会议在云川市召开。\n');
  await session.completeStatus(short);
  await session.completeStatus(long);
  session.change(long, { text: `# ${name}\n\n${LONG}` });
  const answered: string[] = [];
  const first = session
    .request<TextEdit[]>(method, { textDocument: { uri: long }, ...params })
    .finally(() => answered.push('long'));
  const second = session
    .request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: short } })
    .finally(() => answered.push('short'));
  await Promise.all([first, second]);
  expect(answered).toEqual(['short', 'long']);
});
