import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPromise } from 'yauzl';
import { ROOT } from '../processes.mjs';

/**
 * Lists the files of the extension for a platform. `{native}` is replaced by the native part of the segmenter, such as
 * `linux-x64-gnu`, and a line with `{rule}` or `{chunk}` by one line for each rule, or for each file that bundles share.
 */
const LIST = 'scripts/packages/contents.txt';

/** Files that only an extension host on a machine needs, and what a browser has instead. */
const ON_MACHINE = /^(?:node_modules\/|dist\/.*\.[cm]js$)/;
export const BROWSER_FILES = ['dist/client.browser.js', 'dist/server.browser.js'];

/** Whether a file of the list is in the package for browsers. @param {string} file */
export function isForBrowsers(file) {
  return !ON_MACHINE.test(file);
}

/**
 * The files that a package of the extension is to have, with `{native}` in the names of those of the native part.
 *
 * @returns {string[]}
 */
export function listedFiles() {
  const lines = readFileSync(join(ROOT, LIST), 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    if (line.includes('{rule}')) return rules().map((id) => line.replace('{rule}', id));
    return line.includes('{chunk}') ? chunks().map((name) => line.replace('{chunk}', name)) : line;
  });
}

/** The ids of the rules, each of which is in a file beside its document. */
function rules() {
  const files = readdirSync(join(ROOT, 'server/src/lint/rules')).sort();
  return files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));
}

/** The names of the files that bundles share, without their extension; none before the first build. */
function chunks() {
  const folder = join(ROOT, 'dist/chunks');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.flatMap((file) => (file.endsWith('.mjs') ? file.slice(0, -'.mjs'.length) : []));
}

/**
 * The files that a package of the extension has.
 *
 * @param {string} vsix its path
 * @returns {Promise<string[]>}
 */
export async function packagedFiles(vsix) {
  const names = [];
  for await (const { fileName } of (await openPromise(vsix)).eachEntry()) names.push(fileName);
  // What is outside of this folder describes the package.
  return names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
}

/**
 * Throws where a package has other files than are listed.
 *
 * @param {string} name of the package
 * @param {readonly string[]} found
 * @param {string | undefined} native the native part of its target; undefined for browsers
 */
export function checkFiles(name, found, native) {
  const wanted =
    native === undefined
      ? [...listedFiles().filter(isForBrowsers), ...BROWSER_FILES]
      : listedFiles().map((file) => file.replaceAll('{native}', native));
  const lines = [
    ...found.filter((file) => !wanted.includes(file)).map((file) => `has ${file}, which is not in ${LIST}`),
    ...wanted.filter((file) => !found.includes(file)).map((file) => `lacks ${file}, which is in ${LIST}`),
  ];
  if (lines.length > 0) throw new Error(lines.map((line) => `${name} ${line}`).join('\n'));
}
