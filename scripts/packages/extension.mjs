import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import vsce from '@vscode/vsce';
import { mustRun, ROOT } from '../processes.mjs';
import { checkFiles, packagedFiles } from './contents.mjs';
import { addNativePart } from './native.mjs';
import { TARGETS } from './targets.mjs';

/** Bytes of the largest package, 28 MB as `vsce` counts them. */
const MOST_BYTES = 28 << 20;

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
  rmSync(STAGE, { recursive: true, force: true });
  const files = await vsce.listFiles({ cwd: ROOT });
  for (const file of [...files.filter((name) => !NATIVE_PART.test(name)), '.vscodeignore'])
    cpSync(join(ROOT, file), join(STAGE, file));
  // The bundles for a browser are in none of these packages.
  const manifest = { ...JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), browser: undefined };
  writeFileSync(join(STAGE, 'package.json'), JSON.stringify(manifest, undefined, 2));
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
 * @param {string} native
 */
async function checkPackage(vsix, native) {
  const files = await packagedFiles(vsix);
  checkFiles(basename(vsix), files, native);
  const { size } = statSync(vsix);
  const megabytes = (size / (1 << 20)).toFixed(2);
  console.log(`${basename(vsix)}: ${files.length} files, ${megabytes} MB`);
  if (size > MOST_BYTES) throw new Error(`${basename(vsix)} is larger than ${MOST_BYTES >> 20} MB.`);
}
