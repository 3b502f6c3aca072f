import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderWith, type Folder } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const isWindows = process.platform === 'win32';

const made: Folder[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string>>): Folder {
  const folder = folderWith(files);
  made.push(folder);
  return folder;
}

/** The paths that `check` reads, with its code and messages. */
function read(folder: Folder, ...args: readonly string[]): { paths: string[]; code: number | null; errors: string } {
  const { output, code, errors } = folder.galley(['check', '--format', 'json', '--rule', 'code-fence', ...args]);
  const { files } = JSON.parse(output) as { files: { path: string }[] };
  return { paths: files.map(({ path }) => path), code, errors };
}

test.skipIf(isWindows).each([['.'], ['**/*.txt']])(
  'a folder below %s that cannot be read is a problem, and the others are read',
  (argument) => {
    const folder = folderOf({ 'a/page.txt': DAMAGED_PAGE, 'b/locked/page.txt': DAMAGED_PAGE });
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'b/locked'), 0);
    const arguments_ = ['check', '--format', 'json', '--rule', 'code-fence', argument];
    const { output, code, errors } = folder.galley(arguments_, { unprivileged: true });
    chmodSync(join(folder.path, 'b/locked'), 0o755);
    const { files } = JSON.parse(output) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['a/page.txt']);
    expect({ code, errors }).toEqual({ code: 2, errors: 'galley: b/locked: Permission denied.\n' });
  },
);

test.skipIf(isWindows)('a pipe, a socket and a device are not files, wherever they are', async () => {
  const folder = folderOf({ 'page.txt': DAMAGED_PAGE, 'sidecar.txt': DAMAGED_PAGE });
  execFileSync('mkfifo', ['pipe.txt', 'sidecar.galley.json', 'settings.json'], { cwd: folder.path });
  const server = createServer().listen(join(folder.path, 'socket.txt'));
  await new Promise((resolve) => server.once('listening', resolve));
  const expected = ['pipe.txt', 'sidecar.galley.json', 'socket.txt'].map(
    (name) => `galley: ${name}: It is not a regular file.\n`,
  );
  expect(read(folder, '.')).toEqual({ paths: ['page.txt', 'sidecar.txt'], code: 2, errors: expected.join('') });
  for (const path of ['/dev/zero', 'pipe.txt', 'socket.txt'])
    expect(read(folder, path)).toEqual({
      paths: [],
      code: 2,
      errors: `galley: ${path}: It is not a regular file.\n`,
    });
  const { code, errors } = folder.galley(['check', '--settings', 'settings.json', 'page.txt']);
  expect({ code, errors }).toEqual({ code: 2, errors: 'galley: settings.json: It is not a regular file.\n' });
  mkdirSync(join(folder.path, '.galley'));
  execFileSync('mkfifo', ['.galley/dictionary.tsv'], { cwd: folder.path });
  expect(read(folder, 'page.txt').errors).toMatch(/^galley: .*dictionary\.tsv: It is not a regular file\.\n$/);
  server.close();
});

test('input that is too large is refused: a file, a sidecar, settings, standard input', () => {
  const folder = folderOf({ 'large.txt': '', 'page.txt': DAMAGED_PAGE, 'page.galley.json': '' });
  for (const name of ['large.txt', 'page.galley.json']) truncateSync(join(folder.path, name), (64 << 20) + 1);
  const cause = 'It is larger than 64 MiB.\n';
  expect(read(folder, 'large.txt').errors).toBe(`galley: large.txt: ${cause}`);
  expect(read(folder, 'page.txt').errors).toBe('galley: page.galley.json: It is larger than 16 MiB.\n');
  expect(folder.galley(['check', '--settings', 'large.txt', '-']).errors).toBe(`galley: large.txt: ${cause}`);
  expect(folder.galley(['check', '-'], { input: 'a'.repeat((64 << 20) + 1) })).toMatchObject({
    code: 2,
    errors: `galley: -: ${cause}`,
  });
});

test.skipIf(isWindows)('links that lead out of the folder are followed only with --follow', () => {
  const outside = folderOf({ 'page.txt': DAMAGED_PAGE, 'folder/page.txt': DAMAGED_PAGE });
  const folder = folderOf({ 'in/page.txt': DAMAGED_PAGE, 'in/text': DAMAGED_PAGE });
  symlinkSync(join(outside.path, 'page.txt'), join(folder.path, 'in/file.txt'));
  symlinkSync(join(outside.path, 'folder'), join(folder.path, 'in/folder'));
  symlinkSync('text', join(folder.path, 'in/inside.txt'));
  const own = ['in/inside.txt', 'in/page.txt'];
  for (const argument of ['in', 'in/**/*.txt'])
    expect(read(folder, argument)).toEqual({
      paths: own,
      code: 0,
      errors: `galley: ${argument}: Links that lead outside the folder were not followed (2): in/file.txt. Use --follow.\n`,
    });
  expect(read(folder, '--follow', 'in')).toEqual({
    paths: ['in/file.txt', 'in/folder/page.txt', ...own],
    code: 0,
    errors: '',
  });
  expect(read(folder, 'in/file.txt').paths).toEqual(['in/file.txt']);
  expect(read(folder, 'in/folder').paths).toEqual(['in/folder/page.txt']);
});

test.skipIf(isWindows)('fix --write --follow writes nothing outside the folder', () => {
  const outside = folderOf({ 'page.txt': DAMAGED_PAGE });
  const folder = folderOf({ 'in/own.txt': DAMAGED_PAGE });
  symlinkSync(join(outside.path, 'page.txt'), join(folder.path, 'in/file.txt'));
  const { code, errors } = folder.galley(['fix', '--write', '--follow', 'in']);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: 'galley: in/file.txt: The file is a link to a location outside its folder; nothing was written.\n',
  });
  expect(readFileSync(join(outside.path, 'page.txt'), 'utf8')).toBe(DAMAGED_PAGE);
});

test.skipIf(isWindows)('links to /, to a folder above and in a loop end the search', () => {
  const folder = folderOf({ 'in/page.txt': DAMAGED_PAGE });
  const link = (target: string, name: string): void => {
    symlinkSync(target, join(folder.path, name));
  };
  link('/', 'in/root');
  link('..', 'in/above');
  link('.', 'in/self');
  mkdirSync(join(folder.path, 'other'));
  writeFileSync(join(folder.path, 'other/page.txt'), DAMAGED_PAGE);
  link('../in', 'other/back');
  link('../other', 'in/other');
  link('two.txt', 'in/one.txt');
  link('one.txt', 'in/two.txt');
  expect(read(folder, '--follow', 'in')).toEqual({
    paths: ['in/other/page.txt', 'in/page.txt'],
    code: 2,
    errors: ['one', 'two'].map((name) => `galley: in/${name}.txt: It is a link that refers to itself.\n`).join(''),
  });
});

test('a file with more lines than any issue is refused, and the others are read', () => {
  const folder = folderOf({ 'page.txt': DAMAGED_PAGE, 'lines.txt': '\n'.repeat(500_000) });
  const errors = 'galley: lines.txt: It has more than 500000 lines, too many for an issue.\n';
  expect(read(folder, '.')).toEqual({ paths: ['page.txt'], code: 2, errors });
});
