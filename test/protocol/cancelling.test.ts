import { afterEach, expect, test } from 'vitest';
import { LANGUAGE_ID, Method } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { framed, INITIALIZE, killRawServers, request, startRawServer } from '../support/rawServer';

afterEach(killRawServers);

const URI = 'file:///cancelled.txt';
const TIMES = 300;
const document = { textDocument: { uri: URI } };

function notification(method: string, params: unknown): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', method, params }));
}

/** An edit that makes another version of the issue, followed by a request. */
function editAndRequest(round: number, method: string, params: object): string {
  const start = { line: 0, character: 0 };
  const change = notification('textDocument/didChange', {
    textDocument: { uri: URI, version: round + 2 },
    contentChanges: [{ range: { start, end: start }, text: '新' }],
  });
  return change + request(1000 + round, method, params);
}

const rounds = Array.from({ length: TIMES }, (_, round) => round);
const open = notification('textDocument/didOpen', {
  textDocument: { uri: URI, languageId: LANGUAGE_ID, version: 1, text: DAMAGED_PAGE.repeat(20) },
});

test.each([
  ['textDocument/formatting', { ...document, options: {} }],
  ['textDocument/hover', { ...document, position: { line: 2, character: 4 } }],
  ['textDocument/codeLens', document],
  ['textDocument/semanticTokens/full', document],
  ['textDocument/documentSymbol', document],
  ['textDocument/codeAction', { ...document, range: { start: 0, end: 0 }, context: { diagnostics: [] } }],
  [Method.indexNamed, {}],
])('of 300 cancelled requests for %s, each on another version, hardly any is computed', async (method, params) => {
  const server = startRawServer();
  server.send(INITIALIZE);
  await server.written('serverInfo');
  server.send(open);
  const cancellations = rounds.map((round) => notification('$/cancelRequest', { id: 1000 + round }));
  server.send(rounds.map((round) => editAndRequest(round, method, params)).join('') + cancellations.join(''));
  await server.written('"id":1', TIMES + 1);
  const cancelled = server.output().split('"code":-32800').length - 1;
  expect(cancelled).toBeGreaterThan(TIMES - 10);
});

test('requests overtaken by edits are answered for a newer version', async () => {
  const server = startRawServer();
  server.send(INITIALIZE);
  await server.written('serverInfo');
  server.send(open);
  server.send(rounds.map((round) => editAndRequest(round, Method.articles, { uri: URI })).join(''));
  await server.written(`"id":${1000 + TIMES - 1}`);
  const answers = server.output().match(/"id":1\d{3},"result":\[[^\]]*\]/g) ?? [];
  const versions = new Set(answers.map((answer) => answer.replace(/^"id":\d+/, '')));
  expect(answers).toHaveLength(TIMES);
  expect(versions.size).toBeLessThan(10);
});

test('a request that is cancelled during its computation is abandoned', async () => {
  const server = startRawServer();
  server.send(INITIALIZE);
  await server.written('serverInfo');
  const lines = Array.from({ length: 40_000 }, (_, at) => `第${String(at)}村村长沈知远说，春耕${String(at)}亩。\n\n`);
  const textDocument = { uri: URI, languageId: LANGUAGE_ID, version: 1, text: `# 春耕开始\n\n${lines.join('')}` };
  server.send(notification('textDocument/didOpen', { textDocument }));
  server.send(request(2, 'textDocument/hover', { ...document, position: { line: 2, character: 8 } }));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(server.output()).not.toContain('"id":2,');
  server.send(notification('$/cancelRequest', { id: 2 }));
  await server.written('"id":2,');
  expect(server.output()).toMatch(/"id":2,"error":\{"code":-32800/);
});
