import { expect, test } from 'vitest';
import { isNetworkPath, mayLeaveFolder } from '../../server/src/core/paths';

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
