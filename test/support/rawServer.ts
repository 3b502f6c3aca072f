import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The bundle of the server that ships. */
export const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

/** The server as a process that is sent bytes as they are, and what it has written. */
export interface RawServer {
  send(text: string): void;
  /** Everything that the server has written. */
  output(): string;
  /** Resolves once the server has written words, so many times. */
  written(words: string, times?: number): Promise<void>;
  /** The exit code and standard error of the ended server. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

const running: ChildProcessWithoutNullStreams[] = [];

/** Ends all servers that were started. */
export function killRawServers(): void {
  running.splice(0).forEach((server) => server.kill());
}

/** Starts the server that ships; it is not initialised. */
export function startRawServer(): RawServer {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
  running.push(server);
  let output = '';
  let errors = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  server.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // The server may have ended before it has read everything.
  server.stdin.on('error', () => undefined);
  return {
    output: () => output,
    send: (text) => void server.stdin.write(text),
    written: (words, times = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (output.split(words).length > times) resolve();
        };
        server.stdout.on('data', look);
        look();
      }),
    ended: new Promise((resolve) => server.on('close', (code) => resolve({ code, errors }))),
  };
}

/** A message with its header. */
export function framed(content: string): string {
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/** A request with its header. */
export function request(id: number, method: string, params: unknown = {}): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
}

/** The first message of a client that can do nothing. */
export const INITIALIZE = request(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
