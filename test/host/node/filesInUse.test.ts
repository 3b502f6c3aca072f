import type * as fs from 'node:fs/promises';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeTextFile } from '../../../server/src/host/node/changeTextFile';
import { outputFile, outputFolder } from '../../../server/src/host/node/output';

/** How often a call of the file system is refused before it succeeds, and how. */
const refusals = vi.hoisted(() => ({ rename: 0, open: 0, rm: 0, code: 'EPERM' }));
/** Milliseconds that were waited for, all of them at once. */
const clock = vi.hoisted(() => ({ waited: 0 }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const refusing =
    <Call extends (...given: never[]) => Promise<unknown>>(name: 'rename' | 'open' | 'rm', call: Call) =>
    (...given: Parameters<Call>) =>
      refusals[name]-- > 0
        ? Promise.reject(Object.assign(new Error(`${refusals.code}: in use, ${name}`), { code: refusals.code }))
        : call(...given);
  return {
    ...real,
    rename: refusing('rename', real.rename),
    open: refusing('open', real.open),
    rm: refusing('rm', real.rm),
  };
});
vi.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number) => Promise.resolve((clock.waited += milliseconds)),
}));

const { platform } = process;
const runOn = (system: NodeJS.Platform): void => void Object.defineProperty(process, 'platform', { value: system });
const realNow = Date.now;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-'));
  Object.assign(refusals, { rename: 0, open: 0, rm: 0, code: 'EPERM' });
  clock.waited = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + clock.waited);
  runOn('win32');
});
afterEach(() => {
  runOn(platform);
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const path = (): string => join(folder, 'a.tsv');
const append = (): Promise<void> => changeTextFile({ path: path(), within: folder }, (text) => `${text}new\n`);

describe('on Windows, where another program has a file open', () => {
  test.each([
    { name: 'the file that is replaced', refused: { rename: 3 } },
    { name: 'the file that is replaced, to itself', refused: { rename: 3, code: 'EBUSY' } },
    { name: 'a lock that is being removed', refused: { open: 1, code: 'EPERM' } },
    { name: 'what was written', refused: { rm: 2, code: 'EACCES' } },
  ])('a change waits for it: $name', async ({ refused }) => {
    writeFileSync(path(), 'old\n');
    Object.assign(refusals, refused);
    await append();
    expect(readFileSync(path(), 'utf8')).toBe('old\nnew\n');
    expect(readdirSync(folder)).toEqual(['a.tsv']);
    expect(clock.waited).toBeGreaterThan(0);
  });

  test('a change gives up after a while, and leaves the file as it was', async () => {
    writeFileSync(path(), 'old\n');
    refusals.rename = Infinity;
    await expect(append()).rejects.toThrow('Permission denied, or another program has it open.');
    expect(readFileSync(path(), 'utf8')).toBe('old\n');
    expect(readdirSync(folder)).toEqual(['a.tsv']);
    expect(clock.waited).toBeLessThan(10_000);
  });

  test('an export waits for it, too', async () => {
    writeFileSync(path(), 'old\n');
    const file = await outputFile(path(), { inputs: [], replaceable: /^/ });
    await file.write('new\n');
    Object.assign(refusals, { rename: 2, code: 'EBUSY' });
    await file.close();
    expect(readFileSync(path(), 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['a.tsv']);
  });
});

test('elsewhere an error is one at once', async () => {
  runOn('linux');
  writeFileSync(path(), 'old\n');
  refusals.rename = 1;
  await expect(append()).rejects.toThrow('Permission denied.');
  expect(clock.waited).toBe(0);
});

describe('names that Windows does not allow', () => {
  const write = (name: string): Promise<void> =>
    outputFolder(folder, { inputs: [], replaceable: /^/ }).write({ name, content: '{}' });

  test.each(['CON.json', 'sub/nul.json', 'a. /b.json', 'a:b.json'])('%s is not written there', async (name) => {
    await expect(write(name)).rejects.toThrow(/Windows does not allow this name\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('they are written to another place', async () => {
    runOn('linux');
    await write('CON.json');
    expect(readdirSync(folder)).toEqual(['CON.json']);
  });
});
