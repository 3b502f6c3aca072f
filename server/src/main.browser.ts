import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type Connection,
} from 'vscode-languageserver/browser';
import type { ClientFiles } from './host/browser/clientFiles';
import { browserPorts } from './host/browser/ports';
import {
  FileMethod,
  type FileParams,
  type FileState,
  type FolderEntry,
  type ReadFileParams,
  type ShippedFileParams,
  type WriteFileParams,
} from './lsp/fileProtocol';
import { startServer } from './lsp/server';
import { describe } from './lsp/session/errors';
import { log } from './lsp/session/log';

// The first message names the folder of the extension; the answer says that the messages of the protocol may come.
self.onmessage = ({ data }: MessageEvent<string>) => {
  const connection = createConnection(
    new BrowserMessageReader(self as DedicatedWorkerGlobalScope),
    new BrowserMessageWriter(self as DedicatedWorkerGlobalScope),
  );
  // Whatever a request did not catch itself is reported; ending the worker would lose the client's session.
  self.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) =>
    log(connection, 'error', `Unexpected: ${describe(reason)}`),
  );
  startServer(connection, browserPorts(filesOf(connection), data));
  self.postMessage('ready');
};

function filesOf(connection: Connection): ClientFiles {
  const orUndefined = <Result>(result: Result | null): Result | undefined => result ?? undefined;
  return {
    read: async (uri, maxBytes) =>
      orUndefined(
        await connection.sendRequest<Uint8Array | null>(FileMethod.read, { uri, maxBytes } satisfies ReadFileParams),
      ),
    async write(uri, content) {
      await connection.sendRequest(FileMethod.write, { uri, content } satisfies WriteFileParams);
    },
    async remove(uri) {
      await connection.sendRequest(FileMethod.remove, { uri } satisfies FileParams);
    },
    list: async (uri) =>
      orUndefined(
        await connection.sendRequest<readonly FolderEntry[] | null>(FileMethod.list, { uri } satisfies FileParams),
      ),
    state: async (uri) =>
      orUndefined(await connection.sendRequest<FileState | null>(FileMethod.state, { uri } satisfies FileParams)),
    shipped: (path) => connection.sendRequest<Uint8Array>(FileMethod.shipped, { path } satisfies ShippedFileParams),
  };
}
