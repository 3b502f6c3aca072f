import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Galley itself: the one above this code that holds the dictionaries. */
export function packageFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder))
    if (existsSync(join(folder, 'dictionaries')) || dirname(folder) === folder) return folder;
}

/** The path of a program or thread that the build has bundled, such as `reader`. */
export function bundlePath(name: string): string {
  return join(packageFolder(), 'dist', `${name}.mjs`);
}

/** Reads a file of Galley itself. See `ReadShipped`. */
export function readShipped(path: string): Promise<Uint8Array> {
  return readFile(join(packageFolder(), path));
}
