import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { t } from '@vscode/l10n';
import { codeOf, Problem } from '../problem';

/**
 * The path at which a file below `folder` really lies, after all links; missing folders are created. Throws a `Problem`
 * where a link leads out of `folder` or to nothing. Only `folder` itself may be a link to anywhere: the user named it.
 */
export async function pathWithin(folder: string, path: string): Promise<string> {
  await created(folder);
  const root = await realpath(folder);
  const parts = relative(resolve(folder), resolve(path)).split(sep);
  const name = parts.pop();
  if (!name || parts.includes('..') || name === '..') throw outOfFolder();
  let current = root;
  for (const part of parts)
    current = (await resolved(root, join(current, part))) ?? (await created(join(current, part)));
  return (await resolved(root, join(current, name))) ?? join(current, name);
}

/**
 * Whether a path is below `folder` after all links, or would if it existed; nothing is created. Rejects where a part of
 * it cannot be read.
 */
export async function liesWithin(folder: string, path: string): Promise<boolean> {
  const root = await realpath(folder);
  for (let current = resolve(path); current !== dirname(current); current = dirname(current)) {
    const real = await followed(current);
    if (real !== undefined) return isWithin(root, real);
  }
  return false;
}

/** Where something really lies; undefined where there is nothing. Throws where that is not below `root`. */
async function resolved(root: string, path: string): Promise<string | undefined> {
  const real = await followed(path);
  if (real !== undefined && !isBelow(root, real)) throw outOfFolder();
  return real;
}

/** Whether a path without links is a folder, or is below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || isBelow(folder, path);
}

function isBelow(root: string, real: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function followed(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const found = await lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink()) throw new Problem(t('The file is a broken link; nothing was written.'));
    // Another process has created it in the meantime.
    if (found) return followed(path);
    return undefined;
  }
}

async function created(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true }).catch(async (error: unknown) => {
    // On a disk that is read-only, this says that there is no such folder; for one folder alone it says why.
    if (codeOf(error) === 'ENOENT') await mkdir(folder);
    throw error;
  });
  return folder;
}

/** What is thrown instead of writing through a link that leads out of its folder. */
export function outOfFolder(): Problem {
  return new Problem(t('The file is a link to a location outside its folder; nothing was written.'));
}
