import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeFile, replaceFile } from '../../../server/src/host/node/changeFile';
import { changeTextFile } from '../../../server/src/host/node/changeTextFile';
import { writeInPlace } from '../../../server/src/host/node/interruptedSave';
import { changeSidecarOf, readSidecarOf } from '../../../server/src/host/node/sidecarFile';
import { withFacts } from '../../../server/src/source/sidecar/model';
import { ignoresCase } from '../../support/fileSystem';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'galley-'));
  folder = join(root, 'paper');
  mkdirSync(folder);
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (name: string): string => join(folder, name);
const append = (name: string, line: string): Promise<void> =>
  changeTextFile({ path: at(name), within: folder }, (text) => `${text}${line}\n`);
const lines = (name: string): string[] => readFileSync(at(name), 'utf8').trimEnd().split('\n');

describe('nothing is lost', () => {
  test('of changes made at once in one process', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, number) => append('a.tsv', `${number}`)));
    expect(lines('a.tsv')).toEqual(Array.from({ length: 30 }, (_, number) => `${number}`));
    expect(readdirSync(folder)).toEqual(['a.tsv']);
  });

  test('of files whose names differ only in case or normalisation', async () => {
    const names = ['é.tsv', 'e\u0301.tsv', 'É.tsv', 'ß.tsv', 'SS.tsv'];
    await Promise.all(names.flatMap((name) => [1, 2, 3, 4].map((number) => append(name, `${name} ${number}`))));
    const all = new Set(readdirSync(folder).flatMap((name) => lines(name)));
    expect(all).toEqual(new Set(names.flatMap((name) => [1, 2, 3, 4].map((number) => `${name} ${number}`))));
    // Where the system does not distinguish such names, they are one file.
    if (!ignoresCase) for (const name of names) expect(lines(name)).toHaveLength(4);
  });

  test('of changes made at once by several processes', async () => {
    const writers = [0, 1, 2, 3].map((writer) => startWriter('b.tsv', { count: 10, mark: `${writer}` }));
    await Promise.all(writers.map(ended));
    expect(writers.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(new Set(lines('b.tsv')).size).toBe(40);
    expect(readdirSync(folder)).toEqual(['b.tsv']);
  });

  test('when processes are killed while they save, and what they leave is removed', async () => {
    for (let kill = 0; kill < 25; kill++) {
      const writer = startWriter('c.tsv', { count: 1000, mark: `${kill}`.padEnd(20_000, '.') });
      await once(writer, 'message');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
      writer.kill('SIGKILL');
      await ended(writer);
      const written = readFileSync(at('c.tsv'), 'utf8');
      expect(written.endsWith('\n')).toBe(true);
      expect(new Set(lines('c.tsv').map(({ length }) => length))).toEqual(new Set([20_000]));
      if (written.length > 1_000_000) rmSync(at('c.tsv'));
    }
    await append('c.tsv', 'last');
    expect(lines('c.tsv').at(-1)).toBe('last');
    const other = startWriter('d.tsv', { count: 1, mark: 'd' });
    await ended(other);
    expect(readdirSync(folder)).toEqual(['c.tsv', 'd.tsv']);
  });

  test('when processes are killed while they write into a file with two names', async () => {
    const line = '.'.repeat(20_000);
    for (let kill = 0; kill < 8; kill++) {
      writeFileSync(at('c.tsv'), `${line}\n`.repeat(50));
      linkSync(at('c.tsv'), join(root, `d${kill}.tsv`));
      const writer = startWriter('c.tsv', { count: 1000, mark: line });
      await once(writer, 'message');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      writer.kill('SIGKILL');
      await ended(writer);
      const complete = existsSync(at('c.tsv.galley-save')) ? 'c.tsv.galley-save' : 'c.tsv';
      expect(new Set(lines(complete).map(({ length }) => length))).toEqual(new Set([20_000]));
      rmSync(at('c.tsv'));
      rmSync(at('c.tsv.galley-save'), { force: true });
    }
  });

  test('of a file that was half written: it is not changed before the user has decided', async () => {
    writeFileSync(at('a.txt'), 'half');
    writeFileSync(at('a.txt.galley-save'), 'half, and the rest\n');
    await expect(append('a.txt', 'new')).rejects.toThrow(/interrupted.* a\.txt\.galley-save/);
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('half');
    writeFileSync(at('a.txt'), 'half, and the rest\n');
    await append('a.txt', 'new');
    expect(lines('a.txt')).toEqual(['half, and the rest', 'new']);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('of a half written sidecar, which reading reports', async () => {
    writeFileSync(at('a.galley.json'), '{"version":1,');
    writeFileSync(at('a.galley.json.galley-save'), '{"version":1}');
    expect((await readSidecarOf(at('a.txt'))).problems[0]).toMatch(/a\.galley\.json\.galley-save/);
  });

  test('of what another program writes between reading and writing', async () => {
    writeFileSync(at('e.txt'), 'old\n');
    let calls = 0;
    await changeTextFile({ path: at('e.txt'), within: folder }, (text) => {
      if (calls++ === 0) writeFileSync(at('e.txt'), `${text}meanwhile\n`);
      return `${text}new\n`;
    });
    expect(lines('e.txt')).toEqual(['old', 'meanwhile', 'new']);
  });

  test.each([
    { name: 'GB18030', bytes: Buffer.from([0xd4, 0xc6, 0xb4, 0xa8, 0x0a]) },
    {
      name: 'one line in another encoding',
      bytes: Buffer.concat([Buffer.from('type\tname\nword\t云川\n'), Buffer.from([0x77, 0x09, 0xd4, 0xc6, 0x0a])]),
    },
  ])('a file that is not UTF-8 is not written: $name', async ({ bytes }) => {
    writeFileSync(at('f.tsv'), bytes);
    await expect(append('f.tsv', 'word')).rejects.toThrow(/UTF-8/);
    expect(readFileSync(at('f.tsv')).equals(bytes)).toBe(true);
  });

  test('a sidecar that is not UTF-8 is kept under another name, byte by byte', async () => {
    const bytes = Buffer.concat([Buffer.from('{"version":1,"note":"'), Buffer.from([0xd4, 0xc6]), Buffer.from('"}')]);
    writeFileSync(at('g.galley.json'), bytes);
    writeFileSync(at('g.galley.json.broken'), 'an older one');
    const { oldKeptAs } = await changeSidecarOf(at('g.txt'), (sidecar) => withFacts(sidecar, { page: '3' }));
    expect(oldKeptAs).toBe('g.galley.json.broken-2');
    expect(readFileSync(at('g.galley.json.broken-2')).equals(bytes)).toBe(true);
    expect(JSON.parse(readFileSync(at('g.galley.json'), 'utf8'))).toMatchObject({ issue: { page: '3' } });
  });
});

describe('a file keeps its properties', () => {
  test.skipIf(process.platform === 'win32')('its mode', async () => {
    writeFileSync(at('a.txt'), 'old\n');
    chmodSync(at('a.txt'), 0o640);
    await append('a.txt', 'new');
    expect(statSync(at('a.txt')).mode & 0o777).toBe(0o640);
  });

  test('one file under two names', async () => {
    writeFileSync(at('a.txt'), 'a long old text\n');
    linkSync(at('a.txt'), join(root, 'b.txt'));
    await replaceFile({ path: at('a.txt'), within: folder }, 'new\n');
    expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test.skipIf(process.getuid?.() !== 0)('its owner', async () => {
    writeFileSync(at('a.txt'), 'old\n');
    chownSync(at('a.txt'), 65534, 65534);
    await append('a.txt', 'new');
    expect(statSync(at('a.txt'))).toMatchObject({ uid: 65534, gid: 65534 });
  });

  test('a name of 255 bytes', async () => {
    const name = `${'云'.repeat(83)}.txt`;
    await append(name, 'new');
    expect(lines(name)).toEqual(['new']);
  });
});

describe('nothing is written outside the folder', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'outside'));
    writeFileSync(join(root, 'outside/profile'), 'old\n');
  });

  test('through a link to a file', async () => {
    symlinkSync(join(root, 'outside/profile'), at('a.tsv'));
    await expect(append('a.tsv', 'new')).rejects.toThrow(/location outside its folder/);
    expect(readFileSync(join(root, 'outside/profile'), 'utf8')).toBe('old\n');
  });

  test('through a link to a folder, and no folder is made there', async () => {
    symlinkSync(join(root, 'outside'), at('.galley'));
    for (const name of ['.galley/profile', '.galley/deeper/a.tsv'])
      await expect(append(name, 'new')).rejects.toThrow(/location outside its folder/);
    expect(readdirSync(join(root, 'outside'))).toEqual(['profile']);
    expect(readFileSync(join(root, 'outside/profile'), 'utf8')).toBe('old\n');
  });

  test('through a link to nothing, or past the folder by its name', async () => {
    symlinkSync(join(root, 'outside/none'), at('a.tsv'));
    await expect(append('a.tsv', 'new')).rejects.toThrow(/broken link/);
    await expect(append('../outside/profile', 'new')).rejects.toThrow(/location outside its folder/);
    expect(readdirSync(join(root, 'outside'))).toEqual(['profile']);
  });

  test('through a link that is put there after the path has been checked', async () => {
    writeFileSync(at('a.txt'), 'old\n');
    const change = changeTextFile({ path: at('a.txt'), within: folder }, (text) => {
      rmSync(at('a.txt'));
      symlinkSync(join(root, 'outside/profile'), at('a.txt'));
      return `${text}new\n`;
    });
    await expect(change).rejects.toThrow();
    expect(lstatSync(at('a.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'outside/profile'), 'utf8')).toBe('old\n');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('through a link that is put there before a file is written in place', async () => {
    symlinkSync(join(root, 'outside/profile'), at('a.txt'));
    writeFileSync(at('fresh'), 'new\n');
    await expect(writeInPlace(at('a.txt'), at('fresh'), 'new\n')).rejects.toThrow(/a\.txt\.galley-save/);
    expect(readFileSync(join(root, 'outside/profile'), 'utf8')).toBe('old\n');
    expect(readFileSync(at('a.txt.galley-save'), 'utf8')).toBe('new\n');
  });

  test('a link within the folder is followed and stays a link', async () => {
    mkdirSync(at('deeper'));
    writeFileSync(at('deeper/a.tsv'), 'old\n');
    symlinkSync('deeper/a.tsv', at('b.tsv'));
    await append('b.tsv', 'new');
    expect(lines('deeper/a.tsv')).toEqual(['old', 'new']);
    expect(lstatSync(at('b.tsv')).isSymbolicLink()).toBe(true);
  });
});

test.skipIf(process.platform === 'win32')('a pipe is neither read nor written', async () => {
  execFileSync('mkfifo', [at('a.tsv')]);
  await expect(append('a.tsv', 'new')).rejects.toThrow(/not a regular file/);
});

test('a change that changes nothing writes nothing', async () => {
  await changeFile({ path: at('a.txt'), within: folder }, () => undefined);
  expect(existsSync(at('a.txt'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

/** Starts a process that appends lines to a file in the folder; it sends a message after the first. */
function startWriter(name: string, { count, mark }: { readonly count: number; readonly mark: string }): ChildProcess {
  const bundle = join(root, 'writer.mjs');
  if (!existsSync(bundle))
    buildSync({
      stdin: {
        contents: `
          import { changeTextFile } from './changeTextFile';
          const [path, within, count, mark] = process.argv.slice(2);
          for (let number = 0; number < Number(count); number++) {
            await changeTextFile({ path, within }, (text) => text + mark + (mark.length > 100 ? '' : number) + '\\n');
            if (number === 0) process.send('ready');
          }
          process.disconnect();`,
        resolveDir: fileURLToPath(new URL('../../../server/src/host/node', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      // What is CommonJS in it asks for `require`.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile: bundle,
    });
  return fork(bundle, [at(name), folder, `${count}`, mark]);
}

function once(child: ChildProcess, event: 'message' | 'exit'): Promise<void> {
  return new Promise((resolve) => child.once(event, () => resolve()));
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit');
}
