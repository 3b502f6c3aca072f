import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSidecarOf, readSidecarOf } from '../../../server/src/host/node/sidecarFile';
import { MAX_SIDECAR_BYTES } from '../../../server/src/host/sidecarBytes';
import { withFacts } from '../../../server/src/source/sidecar/model';
import { ignoresCase } from '../../support/fileSystem';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'galley-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const setTitle = (name: string, title = '云川日报') =>
  changeSidecarOf(at(name), (sidecar) => withFacts(sidecar, { title }));

test('a sidecar of more than 16 MiB is neither read nor changed', async () => {
  const text = `{"version": 1, "issue": {"title": "旧"}, "x": "${'x'.repeat(MAX_SIDECAR_BYTES)}"}`;
  writeFileSync(at('a.galley.json'), text);
  expect(await readSidecarOf(at('a.txt'))).toMatchObject({ problems: ['It is larger than 16 MiB.'] });
  await expect(setTitle('a.txt')).rejects.toThrow('It is larger than 16 MiB.');
  expect(readFileSync(at('a.galley.json'), 'utf8') === text).toBe(true);
  expect(readdirSync(folder)).toEqual(['a.galley.json']);
});

test('no sidecar of more than 16 MiB is written', async () => {
  await setTitle('a.txt');
  const before = readFileSync(at('a.galley.json'), 'utf8');
  await expect(setTitle('a.txt', '云'.repeat(MAX_SIDECAR_BYTES / 3))).rejects.toThrow(
    'It would be larger than 16 MiB; nothing was written.',
  );
  expect(readFileSync(at('a.galley.json'), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['a.galley.json']);
});

test.skipIf(ignoresCase)('two issues whose names differ in the case of the ending share no sidecar', async () => {
  writeFileSync(at('a.txt'), '一');
  writeFileSync(at('a.tXT'), '二');
  for (const [name, other] of [
    ['a.txt', 'a.tXT'],
    ['a.tXT', 'a.txt'],
  ] as const)
    await expect(setTitle(name)).rejects.toThrow(`${other} uses the same sidecar. Rename one of the two files.`);
  expect(readdirSync(folder)).toEqual(['a.tXT', 'a.txt']);
});

test.skipIf(ignoresCase)('one issue under two names has one sidecar', async () => {
  writeFileSync(at('a.txt'), '一');
  linkSync(at('a.txt'), at('a.TXT'));
  await setTitle('a.txt');
  await setTitle('a.TXT', '云川晚报');
  expect(await readSidecarOf(at('a.txt'))).toMatchObject({ sidecar: { issue: { title: '云川晚报' } } });
});
