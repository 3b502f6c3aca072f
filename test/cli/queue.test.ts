import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSystemPackage } from '../../scripts/system-packages.mjs';
import { zipOf } from '../support/archives';
import { contentsOf, folderWith, GALLEY, galleyWithoutPackages } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';
import { freePort, startRedis, type TestRedis } from '../support/redis';

/** How often workers are killed: KILLS=100 npx vitest run --project built test/cli/queue.test.ts */
const KILLS = Number(process.env['KILLS'] ?? 3);

/** With characters that have a meaning in a URL. */
const PASSWORD = 'only/the:queue';
const program = findSystemPackage('redis');

const PAGES = Array.from({ length: 40 }, (_, at) => ({
  name: `甲-1998-05-${String(at + 1).padStart(2, '0')}`,
  content: `${DAMAGED_PAGE}${at}\n`,
}));
/** With a separate label, which the files of the whole folder have too. */
const sidecar = (at: number): string => {
  const start = DAMAGED_PAGE.indexOf('# ');
  const target = { start, end: start + 2, exact: '# ', prefix: '', suffix: '' };
  return JSON.stringify({ version: 1, annotations: [{ id: 'a', label: `label-${at}`, target }] });
};
const folder = folderWith({
  ...Object.fromEntries(PAGES.map(({ name, content }) => [`in/${name}.txt`, content])),
  ...Object.fromEntries(PAGES.map(({ name }, at) => [`in/${name}.galley.json`, sidecar(at)])),
  'in.zip': zipOf(PAGES.map(({ name, content }) => ({ name: `${name}.txt`, content }))),
});
afterAll(folder.remove);

/** A worker that runs beside the test. */
interface TestWorker {
  /** What it has told so far. */
  readonly told: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its code, or the signal that ended it. */
  readonly ended: Promise<unknown>;
}

function startWorker(url: string): TestWorker {
  const worker = spawn(process.execPath, [GALLEY, 'worker', '--jobs', '1', '--takeover', '1', '--until-empty'], {
    // Wherever it is started, it works where the batches were added.
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', GALLEY_REDIS: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  worker.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const ended = once(worker, 'close').then(([code, signal]: unknown[]) => signal ?? code);
  return { told: () => told, kill: (signal) => worker.kill(signal), ended };
}

describe.skipIf(program === undefined)('the queue', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis(program ?? '', PASSWORD);
  });
  afterAll(() => redis.stop());

  const galley = (database: number, args: readonly string[]) =>
    folder.galley(args, { environment: { GALLEY_REDIS: redis.url(database) } });

  test(`with workers that are killed ${KILLS} times, writes what one export writes, to the byte`, async () => {
    const command = ['--format', 'brat', 'in', 'in.zip'];
    expect(folder.galley(['export', '--out', 'whole', ...command])).toMatchObject({ code: 0 });
    expect(contentsOf(folder, 'whole').get('/annotation.conf')).toContain('label-39');
    expect(galley(0, ['queue', 'add', '--out', 'out', '--batch', '4', ...command])).toEqual({
      code: 0,
      output: 'Batches added: 11. Run galley worker to process them.\n',
      errors: '',
    });
    let kills = 0;
    const workUntilEmpty = async (): Promise<void> => {
      for (;;) {
        const worker = startWorker(redis.url(0));
        const isEnded = worker.ended.then(() => true);
        const pause = (): Promise<boolean> => Promise.race([isEnded, delay(5, false)]);
        while (!(await pause()) && !worker.told().includes(' done.'));
        if (!(await pause()) && kills < KILLS) {
          kills++;
          await delay(Math.random() * 200);
          worker.kill(Math.random() < 0.75 ? 'SIGKILL' : 'SIGTERM');
        }
        const end = await worker.ended;
        expect([0, 'SIGKILL', 'SIGTERM']).toContain(end);
        if (end === 0) return;
      }
    };
    await Promise.all([workUntilEmpty(), workUntilEmpty()]);
    expect(contentsOf(folder, 'out')).toEqual(contentsOf(folder, 'whole'));
    expect(galley(0, ['queue', 'status'])).toEqual({
      code: 0,
      output:
        'out (brat): 11 of 11 batches done, 0 problems.\n' + 'Batches waiting: 0, in progress: 0, to be retried: 0.\n',
      errors: '',
    });
    console.log(`workers killed ${kills} times`);
  });

  test('issues with problems are retried, and reported at the end, also by a worker that loses Redis', async () => {
    mkdirSync(join(folder.path, 'bad'));
    for (const name of ['late', 'never', 'good'])
      writeFileSync(join(folder.path, 'bad', `${name}.txt`), name === 'good' ? DAMAGED_PAGE : 'a\0');
    const add = ['queue', 'add', '--format', 'text', '--out', 'tried', '--redis', redis.url(1), 'bad'];
    expect(folder.galley(add)).toMatchObject({ code: 0, errors: '' });
    const worker = startWorker(redis.url(1));
    while (!worker.told().includes('Batch 1 of 1 has problems and will be retried.')) await delay(10);
    copyFileSync(join(folder.path, 'bad', 'good.txt'), join(folder.path, 'bad', 'late.txt'));
    await redis.restart();
    expect(await worker.ended).toBe(0);
    for (const line of worker.told().trimEnd().split('\n')) expect(line).toMatch(/^galley: /);
    expect(worker.told().match(/never\.txt: Not a text file/g)).toHaveLength(4);
    const { code, output } = galley(1, ['queue', 'status']);
    expect(code).toBe(2);
    expect(output).toMatch(
      /^tried \(text\): 1 of 1 batches done, 1 problems\.\n {2}bad\/never\.txt: Not a text .*\nBatches/,
    );
    expect(folder.galley(['export', '--format', 'text', '--out', 'once', 'bad']).code).toBe(2);
    expect(contentsOf(folder, 'tried')).toEqual(contentsOf(folder, 'once'));
  });

  test('a worker that would write other output returns the batch', async () => {
    const page = PAGES[0]?.name ?? '';
    expect(galley(2, ['queue', 'add', '--format', 'text', '--out', 'other', `in/${page}.txt`]).code).toBe(0);
    mkdirSync(join(folder.path, '.galley'));
    writeFileSync(join(folder.path, '.galley', 'dictionary.tsv'), '甲报\torganisation\n');
    const worker = startWorker(redis.url(2));
    expect(await worker.ended).toBe(2);
    expect(worker.told()).toBe(
      'galley: The queue was filled by a different version of Galley or with different dictionaries.\n',
    );
    rmSync(join(folder.path, '.galley'), { recursive: true });
    // The same again takes its place.
    expect(galley(2, ['queue', 'add', '--format', 'text', '--out', 'other', `in/${page}.txt`]).code).toBe(0);
    expect(galley(2, ['queue', 'status']).output).toMatch(/^other .* 0 of 1 batches done, .*\nBatches waiting: 1,/);
  });

  test.each([
    [['add', '--out', 'out', 'none.txt'], 'none.txt: No such file'],
    [['add', '--out', '.', 'in'], 'is inside the output folder.'],
    [['add', '--out', 'out', '-'], 'Standard input cannot be queued.'],
    [['add', 'in'], 'galley queue add needs --out DIR.'],
    [[], 'Use galley queue add PATH... or galley queue status.'],
  ])('galley queue %j says why it cannot', (args, cause) => {
    const { code, errors } = galley(3, ['queue', ...args]);
    expect({ code, lines: errors.split('\n').length }).toEqual({ code: 2, lines: 2 });
    expect(errors).toContain(cause);
  });

  test('a wrong password is refused and not printed', () => {
    const url = redis.url(0).replace('only', 'another');
    for (const args of [['queue', 'status'], ['worker']])
      expect(folder.galley([...args, '--redis', url])).toEqual({
        code: 2,
        output: '',
        errors: `galley: Redis at redis://127.0.0.1:${redis.port} rejected the user name or password.\n`,
      });
  });
});

test('an unreachable Redis gives one line', async () => {
  const port = await freePort();
  for (const args of [['worker'], ['queue', 'add', '--out', 'out', 'in']])
    expect(
      folder.galley(args, {
        environment: { REDIS_URL: `redis://me:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}` },
      }),
    ).toEqual({
      code: 2,
      output: '',
      errors: `galley: Could not connect to Redis at redis://127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}.\n`,
    });
});

test('an invalid address is not printed, because it can be a password', () => {
  for (const url of [PASSWORD, `http://:${PASSWORD}@host`])
    expect(folder.galley(['queue', 'status', '--redis', url])).toEqual({
      code: 2,
      output: '',
      errors:
        'galley: The address of Redis must be like redis://HOST:6379 or rediss://USER:PASSWORD@HOST:6379, with %2F for / in a password.\n',
    });
  expect(folder.galley(['worker'], { environment: { GALLEY_REDIS: '', REDIS_URL: '' } })).toMatchObject({
    code: 2,
    errors: 'galley: No Redis server is specified. Use --redis URL or set GALLEY_REDIS.\n',
  });
});

test('without BullMQ one line says how to get it', () => {
  expect(galleyWithoutPackages(folder, ['queue', 'status', '--redis', 'redis://localhost'])).toEqual({
    code: 2,
    output: '',
    errors:
      'galley: The queue needs two packages that are not installed. Install them where Galley is installed, for example: npm install --global bullmq ioredis\n',
  });
});
