import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { zipOf } from '../support/archives';
import { contentsOf, folderWith, GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

/** How often an export is killed and resumed: ROUNDS=200 npx vitest run --project built test/cli/resume.test.ts */
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);

const PAGES = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `甲-1998-${String(1 + (at % 12)).padStart(2, '0')}-${10 + at}.txt`,
    `${DAMAGED_PAGE}${at}\n`,
  ]),
);
const folder = folderWith({
  ...Object.fromEntries(Object.entries(PAGES).map(([name, content]) => [`in/${name}`, content])),
  'in.zip': zipOf(Object.entries(PAGES).map(([name, content]) => ({ name, content }))),
});
afterAll(folder.remove);

/** Runs `galley` and kills it after some milliseconds; gives its code, or the signal that ended it. */
async function runFor(
  args: readonly string[],
  milliseconds: number,
  signal: NodeJS.Signals,
): Promise<{ end: unknown; errors: string }> {
  const run = spawn(process.execPath, [GALLEY, ...args], {
    cwd: folder.path,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  run.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(run, 'close');
  const isEarly = await Promise.race([ended.then(() => false), delay(milliseconds, true)]);
  if (isEarly) run.kill(signal);
  const [code, by] = (await ended) as unknown[];
  return { end: by ?? code, errors };
}

test(`an export that is killed at any moment and resumed ${ROUNDS} times is the same, byte for byte`, async () => {
  const command = ['export', '--format', 'text', '--jobs', '2', 'in', 'in.zip'];
  const started = Date.now();
  expect(await runFor([...command, '--out', 'whole'], 1e6, 'SIGKILL')).toEqual({ end: 0, errors: '' });
  const whole = contentsOf(folder, 'whole');
  expect(whole.size).toBe(80);
  const longest = Date.now() - started;
  let kills = 0;
  for (let round = 0; round < ROUNDS; round++) {
    rmSync(join(folder.path, 'out'), { recursive: true, force: true });
    // On a machine that has become busy, a run takes longer than the first.
    for (let end: unknown, patience = 1; end !== 0; patience *= 1.3) {
      const signal = (['SIGKILL', 'SIGKILL', 'SIGINT', 'SIGTERM'] as const)[Math.floor(Math.random() * 4)] ?? 'SIGKILL';
      const run = await runFor(
        [...command, '--out', 'out', '--resume'],
        longest * patience * (0.3 + Math.random()),
        signal,
      );
      end = run.end;
      if (end !== 0) {
        expect(end).toBe(signal);
        kills++;
      }
    }
    expect(contentsOf(folder, 'out')).toEqual(whole);
  }
  console.log(`${ROUNDS} exports, killed ${kills} times`);
}, 3_600_000);

test('Ctrl-C leaves complete files and says how to continue, and finished work is not repeated', async () => {
  const command = ['export', '--format', 'text', '--out', 'stopped', '--jobs', '1', 'in'];
  const stop = async (): Promise<string> => {
    const run = spawn(process.execPath, [GALLEY, ...command], {
      cwd: folder.path,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    run.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    while (!existsSync(join(folder.path, 'stopped')) || readdirSync(join(folder.path, 'stopped')).length < 6)
      await delay(2);
    run.kill('SIGINT');
    const [, by] = (await once(run, 'close')) as unknown[];
    expect(by).toBe('SIGINT');
    return errors;
  };
  const errors = await stop();
  const done = Number(
    /^galley: Stopped after (\d+) issues\. To continue, run the same command with --resume\.\n$/.exec(errors)?.[1],
  );
  const names = readdirSync(join(folder.path, 'stopped')).filter((name) => !name.startsWith('.'));
  expect(names).toHaveLength(done);
  expect(done).toBeLessThan(40);
  // The journal says what was written: a mark in it shows what is done again.
  const journal = join(folder.path, 'stopped', '.galley-text.journal');
  expect(readFileSync(journal, 'utf8').trimEnd().split('\n')).toHaveLength(done + 1);
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}["torn`);
  const [changed = '', missing = ''] = names;
  writeFileSync(join(folder.path, 'stopped', changed), 'changed');
  rmSync(join(folder.path, 'stopped', missing));
  const { code, errors: later } = folder.galley([...command, '--resume', '--force']);
  expect({ code, errors: later }).toEqual({ code: 0, errors: '' });
  expect(existsSync(journal)).toBe(false);
  expect(folder.galley(['export', '--format', 'text', '--out', 'again', 'in']).code).toBe(0);
  expect(contentsOf(folder, 'stopped')).toEqual(contentsOf(folder, 'again'));
});

/** A report is written as a whole, so that few pages show as much as many. */
const FEW_PAGES = Object.fromEntries(Object.entries(PAGES).slice(0, 8));

test('issues and settings that have changed are done again, and a report goes on too', () => {
  const page = Object.keys(PAGES)[3] ?? '';
  // It comes last.
  const bad = '甲.txt';
  const other = folderWith({ ...FEW_PAGES, [bad]: '\0' });
  const report = ['report', '--out', 'r.html', '.'];
  expect(other.galley(report).code).toBe(2);
  expect(readdirSync(other.path).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(other.galley([...report, '--fail-fast']).code).toBe(2);
  expect(existsSync(join(other.path, '.galley-r.html.journal'))).toBe(true);
  writeFileSync(join(other.path, page), `# 会议召开\n\n本报讯 昨日,会议召开。\n`);
  rmSync(join(other.path, bad));
  expect(other.galley([...report, '--resume'])).toMatchObject({ code: 0, errors: '' });
  const resumed = readFileSync(join(other.path, 'r.html'), 'utf8');
  expect(existsSync(join(other.path, '.galley-r.html.journal'))).toBe(false);
  expect(other.galley(report).code).toBe(0);
  expect(readFileSync(join(other.path, 'r.html'), 'utf8')).toBe(resumed);

  writeFileSync(join(other.path, bad), '\0');
  expect(other.galley([...report, '--fail-fast']).code).toBe(2);
  const { errors } = other.galley([...report, '--resume', '--language', 'zh-cn']);
  other.remove();
  expect(errors).toContain('因此全部重新处理');
});

test('a changed language model of the user causes everything to be processed again', () => {
  // It comes last.
  const bad = '甲.txt';
  const other = folderWith({
    ...FEW_PAGES,
    [bad]: '\0',
    'texts/1.txt': DAMAGED_PAGE.repeat(9),
    'texts/2.txt': DAMAGED_PAGE.repeat(9),
    '.galley/settings.json': '{"context": {"languageModel": "own.ngrams"}}',
  });
  const train = (...texts: string[]): void =>
    expect(other.galley(['train', ...texts, '--out', 'own.ngrams'])).toMatchObject({ code: 0, errors: '' });
  const report = ['report', '--out', 'r.html', '--fail-fast', ...Object.keys(PAGES).slice(0, 3), bad];
  const again = (): string => other.galley([...report, '--resume']).errors;
  const told = 'so all issues are processed again';
  train('texts/1.txt');
  expect(other.galley(report).code).toBe(2);
  expect(again()).not.toContain(told);
  train('texts/1.txt', 'texts/2.txt');
  expect(again()).toContain(told);
  other.remove();
});

test('--resume requires --out', () => {
  expect(folder.galley(['export', '--resume', 'in'])).toEqual({
    code: 2,
    output: '',
    errors: 'galley: The option --resume requires --out.\n',
  });
});
