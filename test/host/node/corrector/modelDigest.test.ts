import { afterEach, beforeEach, expect, test } from 'vitest';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelDigest } from '../../../../server/src/host/node/corrector/loadCorrector';
import { folderWith, type Folder } from '../../../support/commandLine';

const FILES = { 'model.onnx': 'a model', 'vocab.txt': '[CLS]\n' };

let folder: Folder;
let copy: Folder;
beforeEach(() => {
  folder = folderWith(FILES);
  copy = folderWith(FILES);
});
afterEach(() => {
  folder.remove();
  copy.remove();
});

test('a model has the same digest on two machines, and another after any change', async () => {
  const digest = await modelDigest(folder.path);
  utimesSync(join(copy.path, 'model.onnx'), 1, 1);
  expect(await modelDigest(copy.path)).toBe(digest);
  writeFileSync(join(copy.path, 'model.onnx'), 'b model');
  expect(await modelDigest(copy.path)).not.toBe(digest);
  writeFileSync(join(folder.path, 'vocab.txt'), '[SEP]\n');
  expect(await modelDigest(folder.path)).not.toBe(digest);
});

test('files that are missing have one, too', async () => {
  expect(await modelDigest(join(folder.path, 'none'))).toMatch(/^[0-9a-f]{64}$/);
});
