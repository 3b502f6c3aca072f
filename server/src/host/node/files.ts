import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { decodeIssue, type DecodedText } from '../decode';
import { codeOf, Problem } from '../problem';
import { MAX_BYTES, tooLarge } from '../sizeLimit';
import { withinTime } from './timeLimit';

/** A file as it was read. */
export interface SourceFile extends DecodedText {
  readonly bytes: Buffer;
}

/**
 * Reads and decodes an issue file. Throws a `Problem` that says why where it cannot. It waits for the file: for one page
 * that takes a tenth of the time of asking the thread pool.
 */
export function readSource(path: string): SourceFile {
  const bytes = readBytesSync(path);
  return { bytes, ...decodeIssue(bytes) };
}

/**
 * Reads a regular file. Throws the error of the system, or a `Problem` where it is another kind of file, larger than
 * `maxBytes`, or does not answer. `place` is what then does not answer: the file, or its folder with all that is in it.
 */
export function readBytes(path: string, maxBytes = MAX_BYTES, place = path): Promise<Buffer> {
  return withinTime(place, () => readRegularFile(path, maxBytes));
}

async function readRegularFile(path: string, maxBytes: number): Promise<Buffer> {
  const { file } = await openRegularFile(path, maxBytes);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Opens a regular file to be read, of no more than `maxBytes`. Throws as `readBytes` does. The caller closes it. */
export async function openRegularFile(path: string, maxBytes: number): Promise<{ file: FileHandle; size: number }> {
  const file = await open(path, READ_WITHOUT_WAITING);
  try {
    const stats = await file.stat();
    refuseUnreadable(stats, maxBytes);
    return { file, size: stats.size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The text of a file in UTF-8. Throws as `readBytes` does, and a `Problem` where it is not valid UTF-8. */
export async function readUtf8(path: string, place = path): Promise<string> {
  const bytes = await readBytes(path, MAX_BYTES, place);
  if (!isUtf8(bytes)) throw new Problem(t('It is not valid UTF-8.'));
  return bytes.toString('utf8');
}

/** What an error of the file system means, in words. */
export function causeOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return t('No such file or folder.');
    case 'EACCES':
    case 'EPERM':
      // Windows says the same of a file that another program has open.
      return process.platform === 'win32'
        ? t('Permission denied, or another program has it open.')
        : t('Permission denied.');
    case 'EBUSY':
      return t('Another program has it open.');
    case 'EISDIR':
      return t('This is a folder, not a file.');
    case 'EROFS':
      return t('The disk is read-only.');
    case 'EDQUOT':
    case 'EFBIG':
    case 'ENOSPC':
      return t('The disk is full.');
    case 'ELOOP':
      return t('It is a link that refers to itself.');
    case 'EPIPE':
      return t('The reader closed the pipe.');
    case 'ENXIO':
      return t('It is not a regular file.');
    case 'ENAMETOOLONG':
      return t('Its name is too long.');
    case 'ENOTDIR':
      return t('Part of the path is not a folder.');
    default:
      // The call and the path follow; the path may be that of a lock.
      return error instanceof Error ? error.message.replace(/, [a-z]+ '.*$/s, '') : String(error);
  }
}

/** Opening a pipe would otherwise wait for somebody to write into it. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

function readBytesSync(path: string): Buffer {
  try {
    const file = openSync(path, READ_WITHOUT_WAITING);
    try {
      refuseUnreadable(fstatSync(file));
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Problem(causeOf(error));
  }
}

function refuseUnreadable(stats: Stats, maxBytes = MAX_BYTES): void {
  if (stats.isDirectory()) throw new Problem(t('This is a folder, not a file.'));
  if (!stats.isFile()) throw new Problem(t('It is not a regular file.'));
  if (stats.size > maxBytes) throw tooLarge(maxBytes);
}
