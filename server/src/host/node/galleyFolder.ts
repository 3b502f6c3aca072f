import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './problem';

/** The path of a file, given relative to a folder, in `folder` or the nearest folder above that has it. */
export async function findAbove(folder: string, name: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, name);
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
