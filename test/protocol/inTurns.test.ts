import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver/node';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const LONG = '市委召开会议,研究部署工作.\n\n'.repeat(4000);

test('a request on one issue is answered while all repairs of a long one are made', async () => {
  const long = session.open('long.txt', `# 会议\n\n${LONG}`);
  const short = session.open('short.txt', '# 云川市召开会议\n\n会议在云川市召开。\n');
  await session.completeStatus(short);
  await session.completeStatus(long);
  session.change(long, { text: `# 工作\n\n${LONG}` });
  const answered: string[] = [];
  const first = session
    .request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri: long },
      options: { tabSize: 2, insertSpaces: true },
    })
    .finally(() => answered.push('long'));
  const second = session
    .request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: short } })
    .finally(() => answered.push('short'));
  await Promise.all([first, second]);
  expect(answered).toEqual(['short', 'long']);
});
