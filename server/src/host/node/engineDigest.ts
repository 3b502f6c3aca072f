import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './packageFolder';

/** What decides, beside the settings, what Galley finds: its code, dictionaries and models. */
const ENGINE = [
  ...['dist/cli.mjs', 'dist/corrector.mjs', 'dist/chunks', 'dist/gazetteer.bin', 'dist/confusables.bin'],
  'dictionaries',
];

let digest: Promise<string> | undefined;

/** A digest of Galley itself as this process found it: the same for two installations of one version, another after any change. */
export function engineDigest(): Promise<string> {
  return (digest ??= compute());
}

async function compute(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of ENGINE)
    for (const name of await filesAt(join(packageFolder(), path))) hash.update(await readFile(name));
  return hash.digest('hex');
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  return (
    entries
      // Source maps do not ship.
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  );
}
