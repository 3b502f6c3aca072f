import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.mjs';
import { ROOT } from './processes.mjs';

/** Each is compiled by scripts/compile/NAME.ts into dist/NAME.bin. */
export const COMPILED_NAMES = /** @type {const} */ (['gazetteer', 'confusables']);

/**
 * Compiles dictionaries into dist/NAME.bin, with the code that reads them. Does nothing if neither that code nor a
 * dictionary has changed since the last time.
 *
 * @param {(typeof COMPILED_NAMES)[number]} name
 */
export async function compileDictionaries(name) {
  const compiler = await bundled(`scripts/compile/${name}.ts`, `compile-${name}`);
  const record = join(ROOT, 'out', `${name}.fingerprint`);
  const fingerprint = fingerprintOf([fileURLToPath(compiler), ...dictionaries()]);
  const isCompiled = existsSync(join(ROOT, 'dist', `${name}.bin`)) && existsSync(record);
  if (isCompiled && readFileSync(record, 'utf8') === fingerprint) return;
  await import(compiler.href);
  writeFileSync(record, fingerprint);
}

/** @returns {string[]} the paths of all dictionaries, in a fixed order */
function dictionaries() {
  const folder = join(ROOT, 'dictionaries');
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/**
 * @param {readonly string[]} paths
 * @returns {string}
 */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}
