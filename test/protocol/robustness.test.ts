import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Method } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  'only white space': ' \n\n\u3000\r\n',
  'one line of five million characters': '云川市召开会议，听取汇报；'.repeat(400_000),
  // More than a function can have arguments.
  'a hundred and thirty thousand lines without a headline': '云川市召开会议,听取汇报.\n'.repeat(130_000),
  'a hundred and thirty thousand headlines': '# 云川市召开会议\n'.repeat(130_000),
  'thirty thousand wrapped lines without a mark, below paragraphs':
    '　　柳河镇昨日疏浚河道十二公里，清理\n淤泥三万立方米，沿岸农户的灌溉用水\n从此有了保障。\n'.repeat(40) +
    '县里组织干部下乡帮助群众修筑河堤开挖\n水渠平整土地改良土壤推广良种发展生产\n'.repeat(15_000),
  'lone surrogates': '云川\ud800市\udc00召开 and 会议。',
  'control characters': '云川\u0000市\u0001召开\u001b[0m会议。',
  'lone carriage returns': '云川市\r召开\r会议。',
  'nothing but marks': '####### ((((《《《「「「“““$$$$<<<<![](((([[[[',
  'no Chinese at all': 'GET /index.html 200\n'.repeat(1000),
};

describe.each(Object.entries(TEXTS))('%s', (name, text) => {
  test('is answered in full', async () => {
    const uri = session.open(`${name}.txt`, text);
    await session.diagnostics(uri);
    const params = { textDocument: { uri } };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
      expect(Array.isArray(await session.request(`textDocument/${method}`, params))).toBe(true);
    expect(Array.isArray(await session.request('textDocument/formatting', { ...params, options: {} }))).toBe(true);
    expect(
      Array.isArray(
        await session.request('textDocument/codeAction', { ...params, range, context: { diagnostics: [] } }),
      ),
    ).toBe(true);
    session.close(uri);
  });
});

test('requests on places and documents that do not exist have empty answers', async () => {
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  const nowhere = { line: 9999, character: 9999 };
  const range = { start: nowhere, end: nowhere };
  expect(
    await session.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } }),
  ).toEqual([]);
  expect(
    await session.request('textDocument/selectionRange', { textDocument: { uri }, positions: [nowhere] }),
  ).toHaveLength(1);
  expect(await session.request('textDocument/documentSymbol', { textDocument: { uri: 'file:///absent.txt' } })).toEqual(
    [],
  );
  expect(await session.request(Method.metadata, { uri: 'untitled:Untitled-1' })).toBeNull();
  expect(
    await session.request('workspace/executeCommand', { command: 'galley.dismissFinding', arguments: [7] }),
  ).toBeNull();
});
