import { fork, spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { framed, INITIALIZE, killRawServers, request, SERVER, startRawServer } from '../support/rawServer';

afterEach(killRawServers);

describe('headers that leave open where the next message begins end the server with one line and a code', () => {
  test.each([
    ['no number', 'Content-Length: x\r\n\r\n{}'],
    ['three headers without a number', 'Content-Length: x\r\n\r\n'.repeat(3)],
    ['no length', 'Content-Type: application/json\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['a huge length', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}'],
    ['half a header before a message', `Content-Len${INITIALIZE}`],
    ['half a header in its own line', `Content-Length: 2\r\n${INITIALIZE}`],
    ['no header at all', '{"jsonrpc":"2.0"}\n'.repeat(1000)],
    ['a length that is too short', `Content-Length: 3\r\n\r\n{"jsonrpc":"2.0"}${INITIALIZE}`],
  ])('%s', async (_, bytes) => {
    const server = startRawServer();
    server.send(INITIALIZE);
    await server.written('serverInfo');
    server.send(bytes);
    const { code, errors } = await server.ended;
    expect(code).toBe(1);
    expect(errors.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^Galley: the connection to the client is broken: /),
    ]);
  });
});

describe('messages with a valid header and invalid content neither end nor block the server', () => {
  test.each([
    ['invalid JSON', framed('{"jsonrpc":')],
    ['an empty message', framed('')],
    ['null', framed('null')],
    ['a number', framed('7')],
    ['a list', framed('[]')],
    ['an object that is no message', framed('{}')],
    ['an unknown method', request(5, 'galley/unknown')],
    ['an unknown notification', framed('{"jsonrpc":"2.0","method":"galley/unknown"}')],
    ['parameters of another type', request(6, 'textDocument/hover', 'here')],
    [
      'an edit of a document that is not open',
      framed('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}'),
    ],
    ['an answer to nothing', framed('{"jsonrpc":"2.0","id":99,"result":1}')],
  ])('%s', async (_, bytes) => {
    const server = startRawServer();
    server.send(INITIALIZE);
    await server.written('serverInfo');
    server.send(bytes);
    server.send(request(77, 'galley/articles', { uri: 'file:///absent.txt' }));
    await server.written('"id":77');
    server.send(request(8, 'shutdown'));
    await server.written('"id":8');
    server.send(framed('{"jsonrpc":"2.0","method":"exit"}'));
    expect((await server.ended).code).toBe(0);
  });
});

test('a message in small pieces is read', async () => {
  const server = startRawServer();
  for (let at = 0; at < INITIALIZE.length; at += 7) {
    server.send(INITIALIZE.slice(at, at + 7));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await server.written('serverInfo');
});

test.each([
  { args: [] },
  { args: ['--socket=40000'] },
  { args: ['--socket', '40000', '--stdio'] },
  { args: ['--pipe=/tmp/galley'] },
  { args: ['--node-ipc'] },
  { args: ['--other'] },
])('a client that asks for $args is refused with one line: only its parent can speak to the server', ({ args }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Galley: the language server communicates only over --stdio, or over the --node-ipc of its parent.\n',
  });
});

test('messages between processes, as VS Code sends them, need no header, and what is none of them blocks nothing', async () => {
  const server = fork(SERVER, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answered = (id: number): Promise<unknown> =>
    new Promise((resolve) => server.on('message', (message: { id?: number }) => message.id === id && resolve(message)));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const ask = (id: number, method: string, params: object): boolean =>
    server.send({ jsonrpc: '2.0', id, method, params });
  ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  await answered(1);
  for (const message of ['Content-Length: x', {}, [], 7, { jsonrpc: '2.0', id: 9 }, { jsonrpc: '2.0', method: 7 }])
    server.send(message);
  ask(77, 'galley/articles', { uri: 'file:///absent.txt' });
  expect(await answered(77)).toMatchObject({ result: [] });
  // The client goes, as if it were killed: its server does not stay behind.
  server.disconnect();
  await ended;
});
