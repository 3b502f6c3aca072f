import { createServer } from 'node:http';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Event,
  type Message,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { openBrowser } from '../../scripts/editor/browser.mjs';
import { ROOT } from '../../scripts/processes.mjs';
import {
  FileMethod,
  type FileParams,
  type FileState,
  type FolderEntry,
  type ReadFileParams,
  type WriteFileParams,
} from '../../server/src/lsp/fileProtocol';

/** A language server in a worker of a real browser, as a session talks to it. */
export interface BrowserServer {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The origins of all requests of the page and of the worker. */
  readonly requested: ReadonlySet<string>;
  end(): Promise<void>;
}

const WORKER = '/dist/server.browser.js';

/** Starts the server that ships for browsers. The page has only its script. */
export async function startBrowserServer(): Promise<BrowserServer> {
  const files = createServer(({ url = '/' }, response) => {
    response.setHeader('Content-Type', url === WORKER ? 'text/javascript' : 'text/html');
    // The browser also asks for an icon.
    const path = join(ROOT, decodeURI(url));
    response.end(url !== '/' && existsSync(path) ? readFileSync(path) : '<!doctype html>');
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((files.address() as AddressInfo).port)}`;
  const { page, close } = await openBrowser();
  const requested = new Set<string>();
  page.context().on('request', (request) => requested.add(new URL(request.url()).origin));
  let receive: (message: Message) => void = () => undefined;
  await page.exposeFunction('received', (message: string) => receive(parsed(message)));
  await page.goto(origin);
  await page.evaluate(startWorker, {
    script: WORKER,
    extensionUri: 'extension://galley/',
    shipped: FileMethod.shipped,
  });
  let sent = Promise.resolve();
  return {
    requested,
    reader: {
      onError: Event.None,
      onClose: Event.None,
      onPartialMessage: Event.None,
      listen(callback) {
        receive = callback;
        return { dispose: () => undefined };
      },
      dispose: () => undefined,
    },
    writer: {
      onError: Event.None,
      onClose: Event.None,
      write: (message) => (sent = sent.then(() => page.evaluate(send, printed(message)))),
      end: () => undefined,
      dispose: () => undefined,
    },
    async end() {
      await sent;
      await close();
      files.close();
    },
  };
}

/** Answers the requests of a server that has no files of its own, with those of this machine. */
export function serveFiles(connection: ProtocolConnection): void {
  const orNull = <Result>(work: () => Result): Result | null => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
  connection.onRequest(FileMethod.read, ({ uri }: ReadFileParams) => orNull(() => readFileSync(fileURLToPath(uri))));
  connection.onRequest(FileMethod.write, ({ uri, content }: WriteFileParams) => {
    const path = fileURLToPath(uri);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return null;
  });
  connection.onRequest(FileMethod.remove, ({ uri }: FileParams) => {
    rmSync(fileURLToPath(uri), { force: true });
    return null;
  });
  connection.onRequest(FileMethod.list, ({ uri }: FileParams) =>
    orNull(() =>
      readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry): FolderEntry => {
        const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
        return { name: entry.name, kind };
      }),
    ),
  );
  connection.onRequest(FileMethod.state, ({ uri }: FileParams) =>
    orNull((): FileState => {
      const { size, mtimeMs } = statSync(fileURLToPath(uri));
      return { size, changed: mtimeMs };
    }),
  );
}

/** Bytes travel between this process and the page as text. */
interface PrintedBytes {
  readonly base64: string;
}

function printed(message: Message): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    // A buffer is asked for its own JSON before.
    const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown };
    if (type === 'Buffer' && Array.isArray(data))
      return { base64: Buffer.from(data as number[]).toString('base64') } satisfies PrintedBytes;
    return value;
  });
}

function parsed(message: string): Message {
  return JSON.parse(message, (_key, value: unknown) => {
    const { base64 } = (value ?? {}) as Partial<PrintedBytes>;
    return base64 === undefined ? value : Buffer.from(base64, 'base64');
  }) as Message;
}

/** What the page has. */
interface Page {
  worker: {
    onmessage: ((event: { readonly data: unknown }) => void) | null;
    postMessage(message: unknown): void;
  };
  received(message: string): void;
}

/** Runs in the page. It reads the files of the extension itself, as they are large. */
function startWorker({
  script,
  extensionUri,
  shipped,
}: Record<'script' | 'extensionUri' | 'shipped', string>): Promise<void> {
  const page = globalThis as unknown as Page & { Worker: new (url: string) => Page['worker'] };
  const printedBytes = (_key: string, value: unknown): unknown => {
    if (!(value instanceof Uint8Array)) return value;
    let text = '';
    for (const byte of value) text += String.fromCharCode(byte);
    return { base64: btoa(text) };
  };
  page.worker = new page.Worker(script);
  page.worker.postMessage(extensionUri);
  return new Promise((resolve) => {
    page.worker.onmessage = ({ data }) => {
      if (data === 'ready') {
        resolve();
        return;
      }
      const { id, method, params } = data as { id?: number; method?: string; params?: { path?: string } };
      if (method !== shipped) page.received(JSON.stringify(data, printedBytes));
      else
        void fetch(`/${params?.path ?? ''}`)
          .then((response) => response.arrayBuffer())
          .then((bytes) => page.worker.postMessage({ jsonrpc: '2.0', id, result: new Uint8Array(bytes) }));
    };
  });
}

/** Runs in the page. */
function send(message: string): void {
  const page = globalThis as unknown as Page;
  const parsedBytes = (_key: string, value: unknown): unknown => {
    const { base64 } = (value ?? {}) as { base64?: string };
    return base64 === undefined ? value : Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  };
  page.worker.postMessage(JSON.parse(message, parsedBytes));
}
