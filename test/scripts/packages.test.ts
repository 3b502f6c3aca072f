import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BROWSER_FILES, checkFiles, isForBrowsers, listedFiles } from '../../scripts/packages/contents.mjs';
import { addNativePart } from '../../scripts/packages/native.mjs';
import { TARGETS, targetHere } from '../../scripts/packages/targets.mjs';

interface LockedPackage {
  readonly version: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const folder = mkdtempSync(join(tmpdir(), 'galley-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(TARGETS))(
  'the native part of %s is the one for its system and processor',
  (target, native) => {
    const [system = '', processor] = target.split('-');
    const part = packages[`node_modules/@node-rs/jieba-${native}`];
    expect(part?.os).toEqual([system === 'alpine' ? 'linux' : system]);
    expect(part?.cpu).toEqual([processor === 'armhf' ? 'arm' : processor]);
    if (part?.libc) expect(part.libc).toEqual([system === 'alpine' ? 'musl' : 'glibc']);
    expect(part?.version).toBe(packages['node_modules/@node-rs/jieba']?.version);
  },
);

test('there is a package for this machine', () => {
  expect(Object.keys(TARGETS)).toContain(targetHere());
});

test('the list of files is sorted, and has one native part', () => {
  expect(listedFiles()).toEqual([...listedFiles()].sort());
  expect(listedFiles().filter((file) => /\.(?:node|wasm)$/.test(file))).toHaveLength(1);
});

test('a package with other files than those of the list is refused, one line for each', () => {
  const files = listedFiles().map((file) => file.replaceAll('{native}', 'darwin-x64'));
  expect(() => checkFiles('a.vsix', files, 'darwin-x64')).not.toThrow();
  const others = [...files.filter((file) => file !== 'dist/client.cjs'), 'dist/client.cjs.map'];
  expect(() => checkFiles('a.vsix', others, 'darwin-x64')).toThrow(
    /^a\.vsix has dist\/client\.cjs\.map, which is not in .*\na\.vsix lacks dist\/client\.cjs, which is in .*$/,
  );
  expect(() => checkFiles('a.vsix', files, 'linux-x64-gnu')).toThrow(/has .*jieba\.darwin-x64\.node/);
});

test('the package for browsers has the bundles for browsers instead of those for a machine, and nothing native', () => {
  const files = [...listedFiles().filter(isForBrowsers), ...BROWSER_FILES];
  expect(() => checkFiles('web.vsix', files, undefined)).not.toThrow();
  expect(files.filter((file) => /\.(?:node|cjs)$|^node_modules/.test(file))).toEqual([]);
  expect(files).toContain('dist/server.browser.js');
  expect(() => checkFiles('web.vsix', [...files, 'dist/client.cjs'], undefined)).toThrow(/has dist\/client\.cjs/);
});

test('an archive without the digest of package-lock.json is not unpacked', async () => {
  const other = Object.values(TARGETS).find((native) => native !== TARGETS[targetHere()]) ?? '';
  writeFileSync(join(folder, `node-rs-jieba-${other}-2.0.1.tgz`), 'something else');
  await expect(addNativePart(other, join(folder, 'modules'), folder)).rejects.toThrow(
    /the digest of package-lock\.json/,
  );
});
