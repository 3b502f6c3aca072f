import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, expect, test } from 'vitest';
import { folderWith, GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const PAGES = Array.from({ length: 9 }, (_, at) => [`in/1998-05-0${at + 1}.txt`, DAMAGED_PAGE.repeat(at)] as const);
const folder = folderWith({ ...Object.fromEntries(PAGES), 'empty/note.md': '' });
afterAll(folder.remove);

/** What a run prints, as bytes. */
function printed(...args: readonly string[]): Uint8Array<ArrayBuffer> {
  const { stdout } = spawnSync(process.execPath, [GALLEY, 'export', '--format', 'parquet', ...args], {
    cwd: folder.path,
  });
  return Uint8Array.from(stdout);
}

const read = (bytes: Uint8Array): Promise<unknown[]> => parquetReadObjects({ file: Uint8Array.from(bytes).buffer });

const rowsOfJson = (path: string): unknown[] =>
  folder
    .galley(['export', '--format', 'hugging-face', path])
    .output.split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

test('an archive is one table with the rows of the JSONL, with the same bytes whatever the number of threads', async () => {
  const one = printed('in', '--jobs', '1');
  expect(await read(one)).toEqual(rowsOfJson('in'));
  expect(printed('in', '--jobs', '3')).toEqual(one);
});

test('an archive without issues is a table without rows', async () => {
  expect(await read(printed('empty'))).toEqual([]);
});

test('--out writes a table for each issue, and continues after an interruption', async () => {
  const run = (...more: readonly string[]) =>
    folder.galley(['export', '--format', 'parquet', '--out', 'out', 'in', ...more]);
  expect(run()).toEqual({ code: 0, output: '', errors: '' });
  const file = join(folder.path, 'out/1998-05-03.parquet');
  expect(await read(readFileSync(file))).toEqual(rowsOfJson('in/1998-05-03.txt'));
  // It knows its own files, which it may overwrite.
  expect(run('--resume')).toEqual({ code: 0, output: '', errors: '' });
});

test('a Parquet file of another program is not overwritten', () => {
  const other = folderWith({ 'a.txt': DAMAGED_PAGE, 'out/a.parquet': 'PAR1\u0015\u0004' });
  const { code, errors } = other.galley(['export', '--format', 'parquet', '--out', 'out', 'a.txt']);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: expect.stringContaining(
      'a.parquet already exists and was not written by an export in this format.',
    ) as string,
  });
  other.remove();
});

test.skipIf(!existsSync('/usr/bin/script'))('it is not written to a terminal', () => {
  const command = `'${process.execPath}' '${GALLEY}' export --format parquet in`;
  const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  expect({ stdout: stdout.trim(), status }).toEqual({
    stdout: 'galley: parquet is not text that a terminal can show. Use --out or --out-file.',
    status: 2,
  });
});
