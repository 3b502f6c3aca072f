import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeLens, CompletionList, Hover, InlayHint, Location, SemanticTokens } from 'vscode-languageserver/node';
import { TOKEN_TYPES } from '../../server/src/features/semanticTokens';
import { startSession, type Session } from '../support/session';

const ISSUE = `# 云川市召开河道整治推进会

本报讯（记者 沈知远）市委副书记、市长程望山去年11月到衢江区调研。程望山说，投入8.47亿元。
`;

let session: Session;
let uri: string;
beforeAll(async () => {
  session = await startSession({ settings: { inlayHints: { dates: true } } });
  uri = session.open('云川日报2021-07-21第1版.txt', ISSUE);
  await session.diagnostics(uri);
});
afterAll(async () => expect(await session.end()).toBe(0));

/** A request at the first place of some words, a number of characters into them. */
function at<Result>(method: string, words: string, into = 1): Promise<Result> {
  const before = ISSUE.slice(0, ISSUE.indexOf(words) + into).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return session.request(method, { textDocument: { uri }, position });
}

/** The text of a hover. */
async function told(words: string): Promise<string> {
  const hover = await at<Hover | null>('textDocument/hover', words);
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
}

test('a hover shows what the page calls a person, and where a place is', async () => {
  expect(await told('程望山')).toContain('On this page: 市委副书记、市长');
  expect(await told('衢江区')).toContain('浙江省 › 衢州市 › 衢江区');
  expect(await told('投入')).toBe('');
});

test('the definition of a place is its line in the bundled dictionary', async () => {
  const [line] = await at<Location[]>('textDocument/definition', '衢江区');
  expect(line?.uri).toMatch(/dictionaries\/gazetteer\/places\.tsv$/);
});

test('names are completed by the initials of their pinyin', async () => {
  const typed = `${ISSUE}\ncws`;
  const other = session.open('typed.txt', typed);
  const { items } = await session.request<CompletionList>('textDocument/completion', {
    textDocument: { uri: other },
    position: { line: 4, character: 3 },
  });
  expect(items[0]).toMatchObject({ label: '程望山', filterText: 'cws' });
});

test('names have the colours of their types', async () => {
  const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
  const types = new Set(data.filter((_, index) => index % 5 === 3).map((type) => TOKEN_TYPES[type]));
  expect([...types]).toEqual(expect.arrayContaining(['person', 'place', 'office', 'quantity', 'date']));
});

test('a computed date is shown after its words if the user asks for it', async () => {
  const hints = await session.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  });
  expect(hints.map(({ label }) => label)).toEqual(['2020-11']);
});

test('an article has lenses for its people, its places and its export', async () => {
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  expect(lenses.map(({ command }) => command?.title)).toEqual(
    expect.arrayContaining(['People: 2', expect.stringMatching(/^Places: /), 'Export Article']),
  );
});
