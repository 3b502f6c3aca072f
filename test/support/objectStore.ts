import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as pass, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import S3rver from '@20minutes/s3rver';

/** The key and the secret that the server knows. */
const KEY = 'S3RVER';

/** What the names of files end with that the server keeps objects in. */
const ENDING = '._S3rver_object';

/** An object store of a test, on a free port of this machine. */
export interface TestStore {
  readonly url: string;
  /** What a program finds it by. */
  readonly environment: NodeJS.ProcessEnv;
  /** Called whenever an object is about to be written, and gives whether it may be: if not, the answer is an error. `path` has the bucket. */
  mayWrite: (path: string) => boolean | Promise<boolean>;
  put(key: string, content: string): void;
  /** The objects below a prefix, by what comes after it. */
  contentsOf(prefix: string): ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts a server that speaks S3 and checks signatures, with one bucket. What is cut off while it is sent is never an object, as in a
 * real store: it reaches the server only as a whole.
 */
export async function startObjectStore(bucket: string): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-s3-'));
  const store = new S3rver({
    ...{ address: '127.0.0.1', port: 0, directory: folder, silent: true, vhostBuckets: false },
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await store.run();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await request.toArray());
    const { method, url = '', headers } = request;
    if (method === 'PUT' && !(await testStore.mayWrite(url))) {
      refuse(response, 503, 'SlowDown');
      return;
    }
    const passed = pass({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
      // S3rver announces a byte of an object that has none.
      if (answered.headers['content-range'] === 'bytes 0-0/0') refuse(response, 416, 'InvalidRange');
      else pipeline(answered, response.writeHead(answered.statusCode ?? 500, answered.headers), () => undefined);
    });
    passed.on('error', () => response.destroy()).end(body);
  };
  const front = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const testStore: TestStore = {
    url,
    environment: {
      ...{ AWS_ENDPOINT_URL: url, AWS_REGION: 'us-east-1' },
      ...{ AWS_ACCESS_KEY_ID: KEY, AWS_SECRET_ACCESS_KEY: KEY },
      // Nothing of who runs the tests is used.
      ...{ AWS_CONFIG_FILE: folder, AWS_SHARED_CREDENTIALS_FILE: folder, AWS_EC2_METADATA_DISABLED: 'true' },
    },
    mayWrite: () => true,
    put(key, content) {
      const file = `${join(folder, bucket, key)}${ENDING}`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    contentsOf(prefix) {
      const start = join(folder, bucket, prefix);
      const files = readdirSync(start, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ENDING));
      return new Map(
        files
          .map((name) => `/${name.slice(0, -ENDING.length)}`)
          .sort()
          .map((name) => [name, readFileSync(`${start}${name}${ENDING}`, 'utf8')]),
      );
    },
    async stop() {
      front.close();
      front.closeAllConnections();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return testStore;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}
