import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import vsce from '@vscode/vsce';
import { openPromise } from 'yauzl';
import { mustRun, ROOT } from '../processes.mjs';
import { BROWSER_FILES, checkFiles, isForBrowsers, packagedFiles } from './contents.mjs';
import { addNativePart } from './native.mjs';
import { TARGETS } from './targets.mjs';

/** Bytes of the largest package, 28 MB as `vsce` counts them. */
const MOST_BYTES = 28 << 20;

/** Bytes of the package for browsers without the models, which are fetched later. */
const MOST_BYTES_AT_START = 8 << 20;

/** Where the files of a package are put together, with the native part of its target. */
const STAGE = join(ROOT, 'out', 'extension');

/** Of the native parts, vsce sees the one of this machine. */
const NATIVE_PART = /^node_modules\/@node-rs\/jieba-/;

/**
 * Packages what is built in dist/ for some targets, one after the other. Throws where a package does not have exactly the files
 * of its list, or is too large.
 *
 * @param {readonly import('./targets.mjs').Target[]} targets
 * @param {(target: import('./targets.mjs').Target) => string} pathOf where a package is to be
 */
export async function packageExtension(targets, pathOf) {
  // The bundles for a browser are in none of these packages.
  await stage((file) => !NATIVE_PART.test(file), [], { browser: undefined });
  const modules = join(STAGE, 'node_modules');
  for (const target of targets) {
    const native = TARGETS[target];
    await addNativePart(native, modules);
    await packageStage(target, pathOf(target));
    rmSync(join(modules, '@node-rs', `jieba-${native}`), { recursive: true });
    await checkPackage(pathOf(target), native);
  }
}

/**
 * Packages what is built in dist/ for VS Code in a browser, which fetches the files one by one. Throws as `packageExtension` does.
 *
 * @param {string} vsix where the package is to be
 */
export async function packageForBrowsers(vsix) {
  await stage(isForBrowsers, BROWSER_FILES, { main: undefined, dependencies: undefined });
  await packageStage('web', vsix);
  await checkPackage(vsix, undefined);
  const entries = [];
  for await (const entry of (await openPromise(vsix)).eachEntry()) entries.push(entry);
  const atStart = entries.filter(({ fileName }) => !fileName.startsWith('extension/dictionaries/models/'));
  const bytes = atStart.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  console.log(`${basename(vsix)}: ${(bytes / (1 << 20)).toFixed(2)} MB without models`);
  if (bytes > MOST_BYTES_AT_START)
    throw new Error(`${basename(vsix)} without models is larger than ${MOST_BYTES_AT_START >> 20} MB.`);
}

/**
 * Puts the files of a package together.
 *
 * @param {(file: string) => boolean} isWanted which of the files that vsce would package
 * @param {readonly string[]} more files that it would not
 * @param {object} changes of the manifest
 */
async function stage(isWanted, more, changes) {
  rmSync(STAGE, { recursive: true, force: true });
  const files = await vsce.listFiles({ cwd: ROOT });
  for (const file of [...files.filter(isWanted), ...more]) cpSync(join(ROOT, file), join(STAGE, file));
  const ignored = readFileSync(join(ROOT, '.vscodeignore'), 'utf8');
  writeFileSync(join(STAGE, '.vscodeignore'), [ignored.trimEnd(), ...more.map((file) => `!${file}`), ''].join('\n'));
  const manifest = { ...JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), ...changes };
  writeFileSync(join(STAGE, 'package.json'), JSON.stringify(manifest, undefined, 2));
}

/**
 * @param {string} target
 * @param {string} vsix
 */
async function packageStage(target, vsix) {
  const options = ['--target', target, '--out', vsix, '--allow-missing-repository', '--no-rewrite-relative-links'];
  await mustRun(process.execPath, [join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', ...options], {
    folder: STAGE,
    quiet: true,
  });
}

/**
 * @param {string} vsix
 * @param {string | undefined} native
 */
async function checkPackage(vsix, native) {
  const files = await packagedFiles(vsix);
  checkFiles(basename(vsix), files, native);
  const { size } = statSync(vsix);
  const megabytes = (size / (1 << 20)).toFixed(2);
  console.log(`${basename(vsix)}: ${files.length} files, ${megabytes} MB`);
  if (size > MOST_BYTES) throw new Error(`${basename(vsix)} is larger than ${MOST_BYTES >> 20} MB.`);
}
