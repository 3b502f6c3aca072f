import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findSystemPackage } from '../../scripts/system-packages.mjs';
import { zipOf } from '../support/archives';
import { contentsOf, folderWith, GALLEY, galleyWithoutPackages, type Run } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';
import { startObjectStore, type TestStore } from '../support/objectStore';
import { freePort, startRedis, type TestRedis } from '../support/redis';

const PAGES = Array.from({ length: 12 }, (_, at) => ({ name: `${at}`, content: `${DAMAGED_PAGE}${at}\n` }));
/** Characters that have a meaning in a URL or in the list of signed headers. */
const ODD = "甲 报+1&2=3?4#5%20'(6)!~é";
/** With an attribute that no label defines. */
const sidecar = (attribute: string): string =>
  JSON.stringify({
    version: 1,
    annotations: [
      {
        ...{ id: 'a', label: 'own', attributes: { [attribute]: 'yes' } },
        target: { start: 9, end: 11, exact: '# ', prefix: '', suffix: '' },
      },
    ],
  });
const folder = folderWith({
  ...Object.fromEntries(PAGES.map(({ name, content }) => [`in/${name}.txt`, content])),
  [`in/below/${ODD}.txt`]: DAMAGED_PAGE,
  'in/0.galley.json': sidecar('first'),
  'in/1.galley.json': sidecar('second'),
  'in.zip': zipOf(PAGES.map(({ name, content }) => ({ name: `${name}.txt`, content }))),
});
afterAll(folder.remove);

let store: TestStore;
beforeAll(async () => {
  store = await startObjectStore('archive');
});
afterAll(() => store.stop());
afterEach(() => {
  store.mayWrite = () => true;
});

/** Lets the store refuse the next three attempts to write an object, after which it is given up. */
function refuse(object: string): void {
  let times = 3;
  store.mayWrite = (path) => !path.startsWith(`/${object}?`) || times-- <= 0;
}

/** Runs beside the test, whose process has the store. */
async function galley(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> {
  const started = start(args, environment);
  return { code: await started.ended, output: started.output(), errors: started.errors() };
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, LC_ALL: 'C', ...store.environment, ...environment };
  const child = spawn(process.execPath, [GALLEY, ...args], {
    cwd: folder.path,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'close').then(([code]: unknown[]) => code as number | null);
  return { output: () => output, errors: () => errors, kill: () => child.kill('SIGKILL'), ended };
}

test.each(['json', 'brat', 'parquet', 'csv-articles'])(
  'an export in %s to objects writes what one to a folder writes',
  async (format) => {
    const command = ['export', '--format', format, '--out'];
    expect(folder.galley([...command, format, 'in', 'in.zip'])).toMatchObject({ code: 0 });
    const written = { code: 0, output: '', errors: '' };
    expect(await galley([...command, `s3://archive/one/${format}/`, 'in', 'in.zip'])).toEqual(written);
    expect(store.contentsOf(`one/${format}`)).toEqual(contentsOf(folder, format));
    // Over what it has written.
    expect(await galley([...command, `s3://archive/one/${format}`, 'in', 'in.zip'])).toEqual(written);
    expect(store.contentsOf(`one/${format}`)).toEqual(contentsOf(folder, format));
  },
);

test('issues are written at the same time, and what depends on all of them in their order', async () => {
  const command = ['export', '--format', 'brat', '--out'];
  expect(folder.galley([...command, 'ordered', 'in'])).toMatchObject({ code: 0 });
  expect(contentsOf(folder, 'ordered').get('/annotation.conf')).toMatch(/first[^]*second/);
  let goOn: (mayWrite: boolean) => void = () => undefined;
  const areOthersDone = new Promise<boolean>((resolve) => (goOn = resolve));
  let attempts = 0;
  // The first issue waits for two others.
  store.mayWrite = (path) => {
    if (++attempts === 5) goOn(true);
    return path.startsWith('/archive/ordered/0.brat.txt?') ? areOthersDone : true;
  };
  expect(await galley([...command, 's3://archive/ordered', 'in'])).toMatchObject({ code: 0 });
  expect(store.contentsOf('ordered')).toEqual(contentsOf(folder, 'ordered'));
});

test('an object that is not an export is kept, unless --force is given', async () => {
  store.put('kept/2.json', 'notes');
  const command = ['export', '--out', 's3://archive/kept', 'in'];
  expect(await galley(command)).toEqual({
    code: 2,
    output: '',
    errors: `galley: in/2.txt: s3://archive/kept/2.json already exists and was not written by an export in this format.\n`,
  });
  expect(store.contentsOf('kept').get('/2.json')).toBe('notes');
  expect(store.contentsOf('kept').size).toBe(PAGES.length + 1);
  expect(await galley([...command, '--force'])).toMatchObject({ code: 0 });
  expect(store.contentsOf('kept').get('/2.json')).toContain('in/2.txt');
});

test('an object that cannot be written is one problem', async () => {
  refuse('archive/slow/0.json');
  expect(await galley(['export', '--out', 's3://archive/slow', 'in/0.txt', 'in/1.txt'])).toEqual({
    code: 2,
    output: '',
    errors: 'galley: in/0.txt: s3://archive/slow/0.json: The server answered 503 (SlowDown).\n',
  });
  expect([...store.contentsOf('slow').keys()]).toEqual(['/1.json']);
});

describe('a store that cannot be used gives one line without a secret', () => {
  const SECRET = 'geheim';
  test.each<readonly [string, string, NodeJS.ProcessEnv, string]>([
    ['a wrong secret', 'archive', { AWS_SECRET_ACCESS_KEY: SECRET }, 'The server rejected the credentials.'],
    ['an unknown key', 'archive', { AWS_ACCESS_KEY_ID: SECRET }, 'The server rejected the credentials.'],
    [
      'no key',
      'archive',
      { AWS_ACCESS_KEY_ID: '' },
      'No credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
    ],
    ['no region', 'archive', { AWS_REGION: '' }, 'No region is specified. Set AWS_REGION.'],
    ['no bucket', 'other', {}, 'There is no such bucket.'],
    ['no address', 'archive', { AWS_ENDPOINT_URL: `me:${SECRET}@nowhere:1` }, 'AWS_ENDPOINT_URL is not a URL.'],
  ])('%s', async (_, bucket, environment, cause) => {
    expect(await galley(['export', '--out', `s3://${bucket}/none`, 'in'], environment)).toEqual({
      code: 2,
      output: '',
      errors: `galley: s3://${bucket}/none/: ${cause}\n`,
    });
  });

  test('no server', async () => {
    const port = await freePort();
    const environment = { AWS_ENDPOINT_URL: `http://me:${SECRET}@127.0.0.1:${port}` };
    expect(await galley(['export', '--out', 's3://archive/none', 'in'], environment)).toEqual({
      code: 2,
      output: '',
      errors: `galley: s3://archive/none/: Could not connect: connect ECONNREFUSED 127.0.0.1:${port}.\n`,
    });
  });

  test('another kind of server', async () => {
    const server = createServer((_, response) => response.end('Welcome')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const environment = { AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    expect(await galley(['export', '--out', 's3://archive/none', 'in'], environment)).toEqual({
      code: 2,
      output: '',
      errors: 'galley: s3://archive/none/: The server is not an object store.\n',
    });
    server.close();
  });

  test.each([
    's3://',
    's3:///in',
    `s3://me:${SECRET}@archive/in`,
    's3://archive/../in',
    's3://archive//in',
    'gs://archive',
  ])('%s is no place for an export', async (out) => {
    for (const command of [['export'], ['queue', 'add', '--redis', 'redis://127.0.0.1:1']])
      expect(await galley([...command, '--out', out, 'in'])).toEqual({
        code: 2,
        output: '',
        errors:
          'galley: The output must be a folder or like s3://BUCKET/PREFIX. Credentials are read from the environment.\n',
      });
    expect(existsSync(join(folder.path, out.split('/', 1)[0] ?? ''))).toBe(false);
  });
});

test('an export to objects has nothing to resume', async () => {
  expect(await galley(['export', '--resume', '--out', 's3://archive/again', 'in'])).toEqual({
    code: 2,
    output: '',
    errors: 'galley: The option --resume is not available for s3://.\n',
  });
});

test('without the library one line says how to get it', () => {
  expect(galleyWithoutPackages(folder, ['export', '--out', 's3://archive/none', 'in'])).toEqual({
    code: 2,
    output: '',
    errors:
      'galley: Writing to s3:// needs a package that is not installed. Install it where Galley is installed, for example: npm install --global @aws-sdk/client-s3\n',
  });
});

const program = findSystemPackage('redis');

describe.skipIf(program === undefined)('the queue', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis(program ?? '', 'only');
  });
  afterAll(() => redis.stop());

  const WORKER = ['worker', '--jobs', '1', '--takeover', '1', '--until-empty'];
  const add = (database: number, out: string) =>
    galley(['queue', 'add', '--format', 'brat', '--batch', '5', '--out', out, 'in', 'in.zip'], {
      GALLEY_REDIS: redis.url(database),
    });

  test('a batch whose worker is killed is written again, with the same bytes', async () => {
    expect(folder.galley(['export', '--format', 'brat', '--out', 'whole', 'in', 'in.zip'])).toMatchObject({ code: 0 });
    const environment = { GALLEY_REDIS: redis.url(0) };
    expect(await add(0, 's3://archive/queued')).toMatchObject({ code: 0 });
    const killed = start(WORKER, environment);
    let attempts = 0;
    store.mayWrite = () => {
      if (++attempts === 4) killed.kill();
      return true;
    };
    expect({ code: await killed.ended, attempts }).toEqual({ code: null, attempts: 4 });
    expect(await galley(WORKER, environment)).toMatchObject({ code: 0 });
    expect(store.contentsOf('queued')).toEqual(contentsOf(folder, 'whole'));
    expect(await galley(['queue', 'status'], environment)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^s3:\/\/archive\/queued \(brat\): 4 of 4 batches done, 0 problems\.\n/) as string,
    });
  });

  test('what cannot be written is retried', async () => {
    const environment = { GALLEY_REDIS: redis.url(1) };
    expect(await add(1, 's3://archive/retried')).toMatchObject({ code: 0 });
    refuse('archive/retried/in/0.brat.txt');
    const { code, errors } = await galley(WORKER, environment);
    expect(code).toBe(0);
    expect(errors).toContain('s3://archive/retried/in/0.brat.txt: The server answered 503 (SlowDown).\n');
    expect(errors).toMatch(/Batch \d of 4 has problems and will be retried\./);
    expect(store.contentsOf('retried')).toEqual(contentsOf(folder, 'whole'));
    expect(await galley(['queue', 'status'], environment)).toMatchObject({ code: 0 });
  });

  test('a worker that has no access returns the batch', async () => {
    const environment = { GALLEY_REDIS: redis.url(2) };
    expect(await add(2, 's3://archive/denied')).toMatchObject({ code: 0 });
    expect(await galley(WORKER, { ...environment, AWS_SECRET_ACCESS_KEY: 'geheim' })).toEqual({
      code: 2,
      output: '',
      errors: 'galley: s3://archive/denied/: The server rejected the credentials.\n',
    });
    expect(await galley(WORKER, environment)).toMatchObject({ code: 0 });
    expect(store.contentsOf('denied')).toEqual(contentsOf(folder, 'whole'));
  });
});

test('no folder has the name of a store', () => {
  expect(readdirSync(folder.path).filter((name) => name.includes(':'))).toEqual([]);
});
