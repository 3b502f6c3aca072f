import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A Redis of a test, on a free port of this machine. */
export interface TestRedis {
  readonly port: number;
  /** Its URL with the password, and the number of one of its sixteen data bases. */
  url(database: number): string;
  /** Ends it as if its machine had failed, and starts it again with what it held. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the `redis-server` at a path, with a password. */
export async function startRedis(program: string, password: string): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'galley-redis-'));
  const start = async (): Promise<(signal: NodeJS.Signals) => Promise<unknown>> => {
    const server = spawn(
      program,
      [
        ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder],
        ...['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--requirepass', password],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(server, 'close');
    for await (const chunk of server.stdout as AsyncIterable<Buffer>)
      if (chunk.includes('Ready to accept connections')) break;
    return (signal) => {
      server.kill(signal);
      return ended;
    };
  };
  let end = await start();
  return {
    port,
    url: (database) => `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    async restart() {
      await end('SIGKILL');
      // So long that who was connected tries in vain to connect again.
      await delay(1000);
      end = await start();
    },
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}
