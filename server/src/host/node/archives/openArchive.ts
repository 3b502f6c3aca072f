import type { FileHandle } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { causeOf, openRegularFile } from '../files';
import { codeOf, Problem } from '../../problem';
import { withinTime } from '../timeLimit';
import { messageOf } from '../../../core/problems';

/** An archive that is being read. */
export interface OpenArchive {
  readonly file: FileHandle;
  /** In bytes. */
  readonly size: number;
}

/** Opens a regular file, works on it, and closes it. What is thrown becomes a `Problem` that says what is wrong with the archive. */
export async function* readingArchive<Item>(
  path: string,
  read: (archive: OpenArchive) => AsyncIterable<Item>,
): AsyncGenerator<Item, void> {
  let archive: OpenArchive | undefined;
  try {
    archive = await withinTime(path, () => openRegularFile(path, Infinity));
    yield* read(archive);
  } catch (error) {
    throw problemOf(error);
  } finally {
    await archive?.file.close().catch(() => undefined);
  }
}

/** The bytes of a file from its beginning. Unlike a stream of Node.js, it leaves the file open, whatever becomes of its reader. */
export async function* bytesFrom(file: FileHandle): AsyncGenerator<Buffer, void> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Bytes that are read at once. */
const PIECE = 1 << 16;

/** The whole content of a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Why an entry that is a link is not read, as a sentence for the user. */
export function linkProblem(): string {
  return t('It is a link; links in archives are not read.');
}

/** Errors of the system have a cause in words; those of the libraries say what is wrong with the archive. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (/^E[A-Z0-9]+$/.test(codeOf(error))) return new Problem(causeOf(error));
  return new Problem(t('It is damaged or truncated: {0}', messageOf(error)));
}
