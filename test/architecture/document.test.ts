import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const GENERATED = ['node_modules', 'dist', 'out', '.git', '.cache', '.vscode-test'];

/** The files and folders below a folder, relative to the root with `/` in front; folders end with `/`. */
function pathsIn(folder: string): string[] {
  return readdirSync(new URL(`.${folder}`, root), { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.includes(entry.name)) return [];
    const path = folder + entry.name;
    return entry.isDirectory() ? [`${path}/`, ...pathsIn(`${path}/`)] : [path];
  });
}

const paths = pathsIn('/');
const words = new Set(
  [...paths.filter((path) => /^\/(server|client)\/src\/.*\.ts$/.test(path)), '/package.json'].flatMap(
    (path) => read(`.${path}`).match(/[\w$]+/g) ?? [],
  ),
);
const [, map = '', prose = ''] = /^([^]*?\n```text\n[^]*?\n```)([^]*)$/.exec(read('server/ARCHITECTURE.md')) ?? [];
const quoted = [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, content = '']) => content))];

/** Whether a path, which may leave out folders at its beginning and have placeholders such as `<id>`, names something. */
function exists(path: string): boolean {
  const pattern = path.replace(/[.$+()]/g, '\\$&').replace(/<\w+>|\*/g, '[^/]+');
  const named = new RegExp(`/${pattern}/?$`);
  return paths.some((one) => named.test(one));
}

/** The paths that the map names. */
function mapped(): string[] {
  const parents: string[] = [];
  return map
    .slice(map.indexOf('```text\n') + '```text\n'.length)
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [names = ''] = line.trim().split(/ {2,}/);
      return names.split(', ').map((name) => {
        parents[depth] = name;
        return `/${parents.slice(0, depth + 1).join('')}`;
      });
    });
}

test('every path of the map exists', () => {
  expect(mapped().length).toBeGreaterThan(50);
  expect(mapped().filter((path) => !paths.includes(path))).toEqual([]);
});

test('the map has every folder of the project, of the client, and two levels of folders of the server', () => {
  const folders = paths.filter((path) => /^\/(?:\w+\/|client\/src\/\w+\/|server\/src\/\w+\/(?:\w+\/)?)$/.test(path));
  const shown = mapped();
  expect(folders.filter((folder) => !shown.some((path) => path.startsWith(folder)))).toEqual([]);
});

test('every path in the prose exists', () => {
  const isPath = (text: string): boolean => /^[\w.<>*/-]+(\/|\.(ts|mjs|cjs|json|md))$/.test(text);
  expect(quoted.filter((text) => isPath(text) && !exists(text))).toEqual([]);
});

test('every symbol in the prose is used in the code', () => {
  const symbols = quoted.filter((text) => /^[a-z_$][\w$]*(\.[a-z_$][\w$]*)*(\(\))?$/i.test(text) && !exists(text));
  const unknown = symbols.filter(
    (text) =>
      !text
        .replace('()', '')
        .split('.')
        .every((word) => words.has(word)),
  );
  expect(unknown).toEqual([]);
});
