import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './problem';

/** The path of a file in the folder `.galley` of `folder`, or of the nearest folder above whose `.galley` has it. */
export async function findInGalleyFolder(folder: string, name: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, '.galley', name);
    if (await exists(path)) return path;
    if (dirname(current) === current) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(codeOf(error)),
  );
}
