import process from 'node:process';

/**
 * The platforms of VS Code for which a package is made, by their names in `vsce package --target`, each with the native part of the
 * segmenter: `@node-rs/jieba-…`, as package-lock.json has it.
 */
export const TARGETS = {
  'win32-x64': 'win32-x64-msvc',
  'win32-arm64': 'win32-arm64-msvc',
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'linux-armhf': 'linux-arm-gnueabihf',
  'alpine-x64': 'linux-x64-musl',
  'alpine-arm64': 'linux-arm64-musl',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/** @typedef {keyof typeof TARGETS} Target */

/**
 * The target of this machine. Throws where VS Code has none for it.
 *
 * @returns {Target}
 */
export function targetHere() {
  const system = process.platform === 'linux' && usesMusl() ? 'alpine' : process.platform;
  const target = `${system}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
  const known = /** @type {Target[]} */ (Object.keys(TARGETS)).find((one) => one === target);
  if (!known) throw new Error(`There is no package for ${target}, only for ${Object.keys(TARGETS).join(', ')}.`);
  return known;
}

/** Whether the C library is musl, as on Alpine: Node.js reports the version of glibc only. */
function usesMusl() {
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime === undefined;
}
