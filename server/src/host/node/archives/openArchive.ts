import { open, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import { t } from '@vscode/l10n';
import { causeOf } from '../files';
import { codeOf, Problem } from '../problem';
import { withinTime } from '../timeLimit';

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
  let file: FileHandle | undefined;
  try {
    // Opening a pipe would otherwise wait for somebody to write into it.
    file = await withinTime(path, () => open(path, constants.O_RDONLY | constants.O_NONBLOCK));
    const stats = await file.stat();
    if (!stats.isFile()) throw new Problem(t('It is not a regular file.'));
    yield* read({ file, size: stats.size });
  } catch (error) {
    throw problemOf(error);
  } finally {
    await file?.close().catch(() => undefined);
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
  return new Problem(t('It is damaged or truncated: {0}', error instanceof Error ? error.message : String(error)));
}
