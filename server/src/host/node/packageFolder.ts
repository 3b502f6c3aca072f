import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Galley itself: the one above this code that holds the dictionaries. */
export function packageFolder(): string {
  const own = import.meta.url;
  // In the bundle this is a path, in the sources a URL.
  for (let folder = dirname(own.startsWith('file:') ? fileURLToPath(own) : own); ; folder = dirname(folder))
    if (existsSync(join(folder, 'dictionaries')) || dirname(folder) === folder) return folder;
}

/** Reads a file of Galley itself. See `ReadShipped`. */
export function readShipped(path: string): Promise<Uint8Array> {
  return readFile(join(packageFolder(), path));
}
