import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderWith, GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const folder = folderWith({
  'a.txt': DAMAGED_PAGE,
  'many/a.txt': DAMAGED_PAGE,
  'many/b.txt': DAMAGED_PAGE,
  'clean/a.txt': '# 会议召开\n',
  'clean/b.txt': '# 会议召开\n',
});
afterAll(folder.remove);

test
  .skipIf(!existsSync('/dev/full'))
  .each([
    ['check', 'many'],
    ['check', '--format', 'json', 'many'],
    ['fix', 'many'],
    ['export', 'many'],
    ['entities', 'many'],
    ['rules'],
    ['--help'],
  ])('galley %s %s %s %s says in one line that its output cannot be written', (...args) => {
  const command = [process.execPath, GALLEY, ...args];
  const { status, stderr } = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', ...command], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  expect(stderr).toBe('galley: Could not write the output: The disk is full.\n');
  expect(status).toBe(2);
});

/** Runs `galley` with a reader that closes the pipe before the first word. */
async function runUnread(args: readonly string[]): Promise<{ readonly code: unknown; readonly errors: string }> {
  const run = spawn(process.execPath, [GALLEY, ...args], { cwd: folder.path, env: { ...process.env, LC_ALL: 'C' } });
  let errors = '';
  run.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  run.stdout.destroy();
  const [code] = (await once(run, 'close')) as unknown[];
  return { code, errors };
}

const CLOSED = 'galley: Could not write the output: The reader closed the pipe.\n';

test.each([
  ...['pretty', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format, 'many']),
  ...['json', 'ndjson'].map((format) => ['export', '--format', format, 'many']),
  ...['pretty', 'json'].map((format) => ['entities', '--format', format, 'many']),
  ...['pretty', 'json'].map((format) => ['rules', '--format', format]),
  ['check', 'clean'],
  ['check', '--lines', 'many'],
  ['fix', 'many'],
  ['fix', '--diff', 'many'],
  ['--help'],
  ['--version'],
])('galley %s %s %s %s says in one line that its reader has closed the pipe', async (...args) => {
  expect(await runUnread(args)).toEqual({ code: 2, errors: CLOSED });
});

test('files are repaired to the last one when the reader of the output has closed', async () => {
  const names = ['many/a.txt', 'many/b.txt'];
  expect(await runUnread(['fix', '--write', 'many'])).toEqual({ code: 2, errors: CLOSED });
  for (const name of names) expect(readFileSync(join(folder.path, name), 'utf8')).not.toBe(DAMAGED_PAGE);
  for (const name of names) writeFileSync(join(folder.path, name), DAMAGED_PAGE);
});

test.each([
  {
    what: 'a dictionary',
    files: { '.galley/dictionary.tsv': `type\tname\n${'nonsense\tx\n'.repeat(300_000)}` },
    args: [],
    lines: 11,
    more: 299_990,
  },
  {
    what: 'a sidecar',
    files: { 'page.galley.json': `{"version":1,"dismissed":[${'1,'.repeat(299_999)}1]}` },
    args: [],
    lines: 11,
    more: 299_990,
  },
  {
    what: 'a settings file',
    files: {
      'settings.json': JSON.stringify({
        rules: Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [`rule-${at}`, 'off'])),
      }),
    },
    args: ['--settings', 'settings.json'],
    lines: 11,
    more: 299_990,
  },
])('300,000 bad entries of $what are ten lines and a count', ({ files, args, lines, more }) => {
  const bad = folderWith({ ...files, 'page.txt': '# 会议召开\n' });
  const { errors } = bad.galley(['check', ...args, 'page.txt']);
  bad.remove();
  expect(errors.trimEnd().split('\n')).toHaveLength(lines);
  expect(errors).toContain(`And ${more} more.\n`);
});

test.each([
  { name: 'page.galley.json', args: [] },
  { name: 'settings.json', args: ['--settings', 'settings.json'] },
])('JSON nested deeply in $name has its own message', ({ name, args }) => {
  const depth = 100_000;
  const deep = folderWith({
    [name]: `{"rules":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    'page.txt': '# 会议召开\n',
  });
  const { code, errors } = deep.galley(['check', ...args, 'page.txt']);
  deep.remove();
  expect({ code, errors }).toEqual({
    code: 2,
    errors: `galley: ${name}: It is nested more than 100 levels deep.\n`,
  });
});
