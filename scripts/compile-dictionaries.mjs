import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.mjs';
import { ROOT } from './processes.mjs';

/** What is compiled into dist/NAME.bin, and the module of dictionaries/build/ that does it. */
const COMPILERS = { gazetteer: 'dictionary-index', confusables: 'confusables-index' };

export const COMPILED_NAMES = /** @type {(keyof typeof COMPILERS)[]} */ (Object.keys(COMPILERS));

/**
 * Compiles dictionaries into dist/NAME.bin, with the code that reads them. Does nothing if neither that code nor a
 * dictionary has changed since the last time.
 *
 * @param {keyof typeof COMPILERS} name
 */
export async function compileDictionaries(name) {
  const compiler = await bundled(`dictionaries/build/${COMPILERS[name]}.ts`, COMPILERS[name]);
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
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
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
