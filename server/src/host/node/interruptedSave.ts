import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { t } from '@vscode/l10n';
import { causeOf, readBytes } from './files';
import { codeOf, Problem } from '../problem';
import { patiently } from './patience';

/**
 * Writes into a file itself, so that its owner and its other names stay. A crash may leave it half written. Therefore
 * `fresh`, a file beside it that holds the same content and is on the disk, is kept under a name of its own meanwhile.
 * Throws a `Problem` that names it if the file could not be written.
 */
export async function writeInPlace(path: string, fresh: string, content: string | Uint8Array): Promise<void> {
  const kept = keptBeside(path);
  await patiently(() => rename(fresh, kept));
  try {
    const file = await patiently(() => open(path, constants.O_WRONLY | constants.O_NOFOLLOW));
    try {
      const bytes = Buffer.from(content);
      await file.write(bytes, 0, bytes.length, 0);
      await file.truncate(bytes.length);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Problem(`${causeOf(error)} ${interrupted(kept)}`);
  }
  await patiently(() => rm(kept, { force: true }));
}

/**
 * What to tell the user about a file that a crash may have left half written, in one sentence without its path; undefined
 * if its last save was complete.
 */
export async function interruptedSave(path: string): Promise<string | undefined> {
  return (await keptContentOf(path)) === 'needed' ? interrupted(keptBeside(path)) : undefined;
}

/** Removes what an interrupted save has kept beside a file that is complete. Throws a `Problem` if the file is not. */
export async function clearInterruptedSave(path: string): Promise<void> {
  const kept = await keptContentOf(path);
  if (kept === 'needed') throw new Problem(interrupted(keptBeside(path)));
  if (kept === 'superfluous') await patiently(() => rm(keptBeside(path)));
}

/** Whether the content that an interrupted save has kept differs from that of the file. */
async function keptContentOf(path: string): Promise<'none' | 'superfluous' | 'needed'> {
  const kept = keptBeside(path);
  const content = await readBytes(kept).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))) return undefined;
    throw new Problem(`${kept}: ${causeOf(error)}`);
  });
  if (content === undefined) return 'none';
  const written = await readBytes(path).catch(() => undefined);
  return written?.equals(content) ? 'superfluous' : 'needed';
}

function keptBeside(path: string): string {
  return `${path}.galley-save`;
}

function interrupted(kept: string): string {
  return t(
    'A save was interrupted, and the file may be incomplete. The complete content is in {0}: copy it over the file, then delete it.',
    basename(kept),
  );
}
