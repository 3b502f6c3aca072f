import { expect, test } from 'vitest';
import { isNetworkPath, isWindowsPath, mayLeaveFolder } from '../../server/src/core/paths';

test.each([
  ['//host/share/galley.tsv', true],
  ['\\\\host\\share\\galley.tsv', true],
  [' \\/host/share', true],
  ['\\\\?\\UNC\\host\\share', true],
  ['/home/galley.tsv', false],
  ['~/galley.tsv', false],
  ['C:\\galley.tsv', false],
  ['', false],
])('%j names another computer: %j', (path, expected) => {
  expect(isNetworkPath(path)).toBe(expected);
});

test.each([
  ['**/pages/*.txt', false],
  ['pages/{1998,1999}/*.txt', false],
  ['../*.txt', true],
  ['pages/../../*.txt', true],
  ['{..,pages}/*.txt', true],
  ['/home/*.txt', true],
  ['C:/archive/*.txt', true],
  ['\\\\host\\share\\*.txt', true],
])('%j may lead out of its folder: %j', (path, expected) => {
  expect(mayLeaveFolder(path)).toBe(expected);
});

test.each([
  ['1998/云川日报 1998-03-01 (1).json', true],
  ['console.json', true],
  ['.galley/a.json', true],
  ['com10.json', true],
  ['CON', false],
  ['con.json', false],
  ['1998/Aux.tar.gz', false],
  ['nul .json', false],
  ['COM1/a.json', false],
  ['lpt³.json', false],
  ['a.json.', false],
  ['1998 /a.json', false],
  ['a.json:b', false],
  ['a?.json', false],
  ['a\\b.json', false],
  ['a\tb.json', false],
])('all programs of Windows can open %j: %j', (path, expected) => {
  expect(isWindowsPath(path)).toBe(expected);
});
