import { readFileSync } from 'node:fs';
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

/** What an error of the file system means, in words. */
export function causeOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return t('There is no such file or folder.');
    case 'EACCES':
    case 'EPERM':
      return t('Permission denied.');
    case 'EISDIR':
      return t('This is a folder, not a file.');
    case 'ENOSPC':
      return t('The disk is full.');
    case 'ERR_FS_FILE_TOO_LARGE':
      return t('The file is too large to read.');
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
