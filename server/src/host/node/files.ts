import { randomUUID } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { access, chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import { decode, type DecodedText } from './decode';
import { codeOf, Problem } from './problem';

/** A file as it was read. */
export interface SourceFile extends DecodedText {
  readonly bytes: Buffer;
}

/**
 * Reads and decodes a text file. Throws a `Problem` that says why where it cannot. It waits for the file: for one page
 * that takes a tenth of the time of asking the thread pool.
 */
export function readSource(path: string): SourceFile {
  const bytes = readBytes(path);
  return { bytes, ...decode(bytes) };
}

/**
 * Replaces the content of a file at once, so that a crash leaves either the old or the new content: writes beside it
 * and renames. Keeps the file's mode and follows symbolic links. Throws a `Problem` where it cannot.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const mode = await writableMode(target);
    const fresh = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    try {
      await writeFile(fresh, content, { flag: 'wx' });
      if (mode !== undefined) await chmod(fresh, mode);
      await rename(fresh, target);
    } finally {
      await rm(fresh, { force: true });
    }
  } catch (error) {
    throw new Problem(causeOf(error));
  }
}

/** What an error of the file system means, in words. */
export function causeOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return t('There is no such file or folder.');
    case 'EACCES':
    case 'EPERM':
      return t('Permission was denied.');
    case 'EISDIR':
      return t('It is a folder.');
    case 'ENOSPC':
      return t('The disk is full.');
    case 'ERR_FS_FILE_TOO_LARGE':
      return t('It is too large to be read.');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Problem(causeOf(error));
  }
}

/** The mode of a file that may be written; undefined where there is none yet. A rename alone would replace a read-only file. */
async function writableMode(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  await access(path, constants.W_OK);
  return found.mode;
}
