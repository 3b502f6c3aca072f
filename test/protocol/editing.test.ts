import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOf } from '../../server/src/core/lines';
import { DAMAGED_PAGE } from '../support/issues';
import { wordsIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const strayWordsIn = async (text: string, uri: string): Promise<string[]> =>
  (await session.diagnostics(uri))
    .filter(({ code }) => code === 'stray-latin-word')
    .map(({ range }) => wordsIn(text, range));

test('findings follow the text after edits in the middle', async () => {
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  const [line, character] = [0, 0];
  session.change(uri, { range: { start: { line, character }, end: { line, character } }, text: '\n\n' });
  expect(await strayWordsIn(`\n\n${DAMAGED_PAGE}`, uri)).toEqual([' and ', ' with ']);
});

test('only the last of several quick edits counts', async () => {
  const uri = session.open('burst.txt', DAMAGED_PAGE);
  const at = linesOf(DAMAGED_PAGE).positionAt(DAMAGED_PAGE.indexOf(' and '));
  const range = { start: { line: at.line, character: at.column }, end: { line: at.line, character: at.column + 5 } };
  for (const word of ['x', 'xx', ' of ']) {
    session.change(uri, { range, text: word });
    range.end.character = range.start.character + word.length;
  }
  expect(await strayWordsIn(DAMAGED_PAGE.replace(' and ', ' of '), uri)).toEqual([' of ', ' with ']);
});

test('while a long issue is being read, an edit and a request are still answered', async () => {
  const long = DAMAGED_PAGE.repeat(4000);
  const uri = session.open('long.txt', long);
  const other = session.open('short.txt', DAMAGED_PAGE);
  expect(await session.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri: other } })).not.toEqual(
    [],
  );
  session.change(uri, { text: DAMAGED_PAGE });
  expect(await strayWordsIn(DAMAGED_PAGE, uri)).toEqual([' and ', ' with ']);
});

test('at most as many findings are published as an editor shows, the most severe first', async () => {
  const uri = session.open('many.txt', '听取汇报 and 建议。\n'.repeat(1500));
  expect(await session.diagnostics(uri)).toHaveLength(1000);
});
