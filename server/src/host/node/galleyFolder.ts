import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../problem';
import { NoAnswer, withinTime } from './timeLimit';

/**
 * The path of a file in the folder `.galley` of `folder`, or of the nearest folder above whose `.galley` has it. Rejects with
 * `NoAnswer`, which names the folder, where one does not answer.
 */
export async function findInGalleyFolder(folder: string, name: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, '.galley', name);
    if (await exists(current, path)) return path;
    if (dirname(current) === current) return undefined;
  }
}

/** The same for the first of some folders for which there is such a file. */
export async function findInGalleyFolders(folders: readonly string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const path = await findInGalleyFolder(folder, name);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function exists(folder: string, path: string): Promise<boolean> {
  return withinTime(folder, () => stat(path)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NoAnswer) throw new NoAnswer(`${folder}: ${error.message}`);
      return !['ENOENT', 'ENOTDIR'].includes(codeOf(error));
    },
  );
}
