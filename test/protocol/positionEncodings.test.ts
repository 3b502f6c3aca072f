import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hover, SemanticTokens } from 'vscode-languageserver/node';
import { AgreementMethod } from '../../server/src/lsp/agreementProtocol';
import {
  AnnotationMethod,
  CHANGE_ANNOTATIONS_COMMAND,
  type AnnotationsParams,
  type ChangeIssuesResult,
  type OccurrencesOfResult,
} from '../../server/src/lsp/annotationProtocol';
import { Method, type OccurrencesParams } from '../../server/src/lsp/protocol';
import { CHANGE_STRUCTURE_COMMAND, StructureMethod } from '../../server/src/lsp/structureProtocol';
import { PLACE_IN_WORDS, startCountingClient, type CountingClient } from '../support/countingClient';
import { ENCODINGS, lengthIn, rangeIn, type Encoding } from '../support/encodings';

/** 𠮷 and 𫖯 take two code units in UTF-16, four bytes in UTF-8, and are one code point. */
const FIRST = 'ycrb-19980301-01.txt';
const SECOND = 'ycrb-19990502-01.txt';
const TEXTS = {
  [FIRST]: [
    '第一版 要闻',
    '',
    '# 𠮷安新桥通车',
    '',
    '本报讯（记者 林一舟）3月1日，𠮷安市市长沈𫖯远主持会议,会议开到𠮷时,很长。昨天沈𫖯远和林一舟听取工作 and 下一步安排。',
    '',
    '## 𠮷安春耕',
    '',
    '𠮷安市农户忙春耕。',
    '',
  ].join('\r\n'),
  [SECOND]:
    '\uFEFF第一版 要闻\n\n# 𠮷安防汛\n\n本报讯（记者 林一舟）5月2日，𠮷安市市委书记沈𫖯远检查防汛。会后，𠮷安市市委书记沈𫖯远讲话。\n',
};
const DICTIONARY = { '.galley/dictionary.tsv': 'type\tname\nperson\t沈𫖯远\nplace\t𠮷安市\n' };

type Ask = (client: CountingClient, uri: string) => Promise<unknown>;

/** Asks about some words, behind so many `others` that are the same. */
function askAt(method: string, words: string, others = 0, more: object = {}): Ask {
  return ({ session, position }, uri) =>
    session.request(method, { textDocument: { uri }, position: position(uri, words, others), ...more });
}

/** What a client may ask, by name. Each answer is compared as words. */
const SCRIPT: Readonly<Record<string, Ask>> = {
  async diagnostics({ session }, uri) {
    await session.completeStatus(uri);
    return { uri, diagnostics: await session.diagnostics(uri) };
  },
  async 'other places of grouped findings'(client, uri) {
    const { places }: OccurrencesParams = await client.session.occurrences(uri);
    const words: string[] = [];
    for (let at = 0; at < places.length; at += 3) {
      const [line = 0, character = 0, length = 0] = places.slice(at, at + 3);
      words.push(client.ofLength(uri, { line, character }, length));
    }
    return words;
  },
  'quick fixes': (client, uri) =>
    client.session.request('textDocument/codeAction', {
      textDocument: { uri },
      range: client.range(uri, ' and '),
      context: { diagnostics: [] },
    }),
  'annotating actions': (client, uri) =>
    client.session.request('textDocument/codeAction', {
      textDocument: { uri },
      range: client.range(uri, '沈𫖯远'),
      context: { diagnostics: [], only: ['refactor'] },
    }),
  formatting: ({ session }, uri) =>
    session.request('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    }),
  async hover(client, uri) {
    const position = client.position(uri, '沈𫖯远', 1);
    const hover = await client.session.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    return { range: hover.range };
  },
  definition: askAt('textDocument/definition', '沈𫖯远', 1),
  outline: ({ session }, uri) => session.request('textDocument/documentSymbol', { textDocument: { uri } }),
  selection: (client, uri) =>
    client.session.request('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [client.position(uri, '𫖯远', 1), client.position(uri, '安排')],
    }),
  highlights: askAt('textDocument/documentHighlight', '沈𫖯远'),
  completion: askAt('textDocument/completion', '舟听取'),
  lenses: ({ session }, uri) => session.request('textDocument/codeLens', { textDocument: { uri } }),
  hints: (client, uri) =>
    client.session.request('textDocument/inlayHint', {
      textDocument: { uri },
      range: rangeIn(client.encoding, client.textOf(uri), { start: 0, end: client.textOf(uri).length }),
    }),
  async colours(client, uri) {
    const { data } = await client.session.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, across = 0, length = 0] = data.slice(at, at + 3);
      character = down > 0 ? across : character + across;
      line += down;
      words.push(client.ofLength(uri, { line, character }, length));
    }
    return words;
  },
  references: askAt('textDocument/references', '沈𫖯远', 0, { context: { includeDeclaration: true } }),
  'renaming prepared': askAt('textDocument/prepareRename', '远主持'),
  renaming: askAt('textDocument/rename', '沈𫖯远', 0, { newName: '沈志远' }),
  'symbols of the workspace': ({ session }) => session.request('workspace/symbol', { query: '沈𫖯' }),
  'mentions in the workspace': (client) =>
    client.session.request(Method.indexMentions, { key: 'person:沈𫖯远' }).then((issues) => ofIndex(client, issues)),
  articles: ({ session }, uri) => session.request(Method.articles, { uri }),
  suggestions: ({ session }, uri) => session.request(Method.suggestions, { uri }),
  async annotating(client, uri) {
    const { session } = client;
    const change = { kind: 'add', label: 'person', ranges: [client.range(uri, '沈𫖯远', 1)] };
    const added = await session.request('workspace/executeCommand', {
      command: CHANGE_ANNOTATIONS_COMMAND,
      arguments: [{ uri, change }],
    });
    const at = await session.request(AnnotationMethod.at, {
      uri,
      range: { start: client.position(uri, '远和'), end: client.position(uri, '远和') },
      withWord: true,
    });
    const { places } = await session.request<AnnotationsParams>(AnnotationMethod.get, { uri });
    const [, , line = 0, character = 0, endLine = 0, endCharacter = 0] = places;
    const place = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    const list = await session.request(AnnotationMethod.list, { uri });
    const position = client.position(uri, '第一版');
    const next = await session.request(AnnotationMethod.next, { uri, position, of: 'annotation', backwards: false });
    const sent = await session.request(AnnotationMethod.suggestions, { uri, alsoMedium: true });
    return { added, at, place, list, next, sent };
  },
  async 'every occurrence, in issues that are not open'(client, uri) {
    const { session } = client;
    const params = { uri, range: client.range(uri, '𠮷安市'), label: 'place', scope: 'workspace' };
    const found = await session.request<OccurrencesOfResult>(AnnotationMethod.occurrences, params);
    const changes = found.issues.map(({ places, ...issue }) => ({
      uri: issue.uri,
      kind: 'add',
      label: 'place',
      textHash: issue.textHash,
      ranges: places.map(({ range }) => range),
    }));
    const { issues } = await session.request<ChangeIssuesResult>(AnnotationMethod.changeIssues, { changes });
    return { found, changed: issues.map((one) => [one.uri, one.ids.length]) };
  },
  async 'the structure'(client, uri) {
    const { session } = client;
    const change = { uri, kind: 'role', role: 'crosshead', range: client.range(uri, '𠮷安春耕') };
    await session.request('workspace/executeCommand', { command: CHANGE_STRUCTURE_COMMAND, arguments: [change] });
    return session.request(StructureMethod.at, { uri, range: client.range(uri, '春耕') });
  },
  async 'differences between annotators'(client, uri) {
    const { session } = client;
    const [add] = [{ kind: 'add', label: 'place', ranges: [client.range(uri, '𠮷安新桥')] }];
    await session.request(AnnotationMethod.change, { uri, change: add });
    const sources = [{ layer: '' }, { copy: client.uriOf(SECOND) }];
    return session.request(AgreementMethod.compare, { uri, sources, into: '' });
  },
};

/** Mentions as the index gives them, with ranges as the protocol has them. */
function ofIndex(client: CountingClient, issues: unknown): unknown {
  const position = ({ line, column }: { line: number; column: number }) => ({ line, character: column });
  return (issues as readonly { uri: string; places: readonly never[] }[]).map(({ uri, places }) =>
    places.map(({ start, end }) => client.between(uri, position(start), position(end))),
  );
}

const clients = new Map<Encoding, { readonly client: CountingClient; readonly uri: string }>();
beforeAll(async () => {
  for (const encoding of ENCODINGS) {
    const client = await startCountingClient(encoding, { ...TEXTS, ...DICTIONARY });
    clients.set(encoding, { client, uri: await client.open(FIRST) });
  }
});
afterAll(async () => {
  for (const { client } of clients.values()) expect(await client.end()).toBe(0);
});

function clientOf(encoding: Encoding): { readonly client: CountingClient; readonly uri: string } {
  const found = clients.get(encoding);
  if (!found) throw new Error(`no client counts in ${encoding}`);
  return found;
}

async function asked(encoding: Encoding, ask: Ask): Promise<unknown> {
  const { client, uri } = clientOf(encoding);
  return client.inWords(await ask(client, uri), uri);
}

test.each(ENCODINGS)('a client that prefers %s gets columns in it', async (encoding) => {
  const { client, uri } = clientOf(encoding);
  expect(client.session.capabilities.positionEncoding).toBe(encoding);
  await client.session.completeStatus(uri);
  const found = (await client.session.diagnostics(uri)).find(({ code }) => code === 'stray-latin-word');
  const [before = ''] = (TEXTS[FIRST].split('\r\n')[4] ?? '').split(' and ');
  expect(found?.range.start).toEqual({ line: 4, character: lengthIn(encoding, before) });
});

test.each(Object.entries(SCRIPT))('%s: the places are the same text in every encoding', async (_, ask) => {
  const inUtf16 = await asked('utf-16', ask);
  // Something was found.
  expect(JSON.stringify(inUtf16)).toMatch(PLACE_IN_WORDS);
  expect(await asked('utf-8', ask)).toEqual(inUtf16);
  expect(await asked('utf-32', ask)).toEqual(inUtf16);
});

test.each(ENCODINGS)('edits of one message change the text that is meant, in %s', async (encoding) => {
  const { client, uri } = clientOf(encoding);
  const whole = async (): Promise<string> => {
    const range = rangeIn(encoding, client.textOf(uri), { start: 0, end: client.textOf(uri).length });
    const params = { uri, range, label: 'place', scope: 'issue' };
    return (await client.session.request<OccurrencesOfResult>(AnnotationMethod.occurrences, params)).words;
  };
  client.edit(uri, ['沈𫖯远主持', '沈𫖯远、𠮷田主持'], ['\r\n\r\n## 𠮷', '。\r\n## 𫖯'], ['𠮷时', '']);
  expect(await whole()).toBe(client.textOf(uri));
  client.edit(uri, ['𠮷田主持', '𠮷𠮷'], ['\r\n', '\n'], ['𠮷𠮷会', '田']);
  expect(await whole()).toBe(client.textOf(uri));
  // An annotation has followed them.
  expect(client.inWords(await client.session.request(AnnotationMethod.list, { uri }), uri)).toContainEqual(
    expect.objectContaining({ label: 'person', range: '4: 沈𫖯远', words: '沈𫖯远' }),
  );
});

test.each(ENCODINGS)('errors in a dictionary are shown at the wrong words, in %s', async (encoding) => {
  const [name, text] = ['.galley/dictionary.tsv', '\uFEFFtype\tname\n𠮷place\t云川市\n'];
  const client = await startCountingClient(encoding, { [name]: text });
  client.session.allowLog(/𠮷place/);
  const uri = client.uriOf(name);
  const [found] = await client.session.diagnosticsWhere(uri, ({ length }) => length > 0);
  expect(client.inWords(found, uri)).toMatchObject({ range: '1: 𠮷place' });
  expect(await client.end()).toBe(0);
});
