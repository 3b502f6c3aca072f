import { expect, test } from 'vitest';
import { clashIn, exportNameOf } from '../../server/src/export/write';

test.each([
  ['1998/a.txt', '1998/a'],
  ['a.TXT', 'a'],
  ['a.issue.txt', 'a.issue'],
  ['notes.md', 'notes.md'],
  ['a', 'a'],
])('the exports of %s are named %s', (path, name) => {
  expect(exportNameOf(path)).toBe(name);
});

test.each([
  ['the same but for the extension', ['a.txt', 'b.txt', 'a'], ['a.txt', 'a']],
  ['case', ['a.txt', 'A.txt'], ['a.txt', 'A.txt']],
  ['the case of the extension', ['a.txt', 'a.TXT'], ['a.txt', 'a.TXT']],
  ['case that has two capitals', ['straße.txt', 'STRASSE.txt'], ['straße.txt', 'STRASSE.txt']],
  ['normalisation', ['caf\u00e9.txt', 'cafe\u0301.txt'], ['caf\u00e9.txt', 'cafe\u0301.txt']],
  ['folders of different case', ['X/a.txt', 'x/a.txt'], ['X/a.txt', 'x/a.txt']],
  ['nothing', ['a.txt', 'b/a.txt'], undefined],
] as const)('names that differ in %s', (_what, paths, clash) => {
  expect(clashIn(new Map(paths.map((path) => [path, exportNameOf(path)])))).toEqual(clash);
});
