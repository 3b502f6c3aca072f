import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import type { ChangedSidecar } from '../../ports/fileSystem';
import { changeSidecar } from '../../source/sidecar/change';
import { EMPTY_SIDECAR, sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, readSidecar, unreadableSidecar, type SidecarReading } from '../../source/sidecar/read';
import type { Sidecar } from '../../source/sidecar/schema';
import { changeFile } from './changeFile';
import { causeOf, readBytes } from './files';
import { interruptedSave } from './interruptedSave';

/** Reads the sidecar of an issue file; an empty one where there is none. Never rejects: a fault is among the problems. */
export async function readSidecarOf(issuePath: string): Promise<SidecarReading> {
  const path = sidecarNameOf(issuePath);
  // Most issues have none, and a failed read costs more than everything else that is done for a small file.
  if (!existsSync(path)) return NO_SIDECAR;
  try {
    const reading = readSidecarBytes(await readBytes(path));
    const interrupted = await interruptedSave(path);
    return interrupted === undefined ? reading : { ...reading, problems: [interrupted, ...reading.problems] };
  } catch (error) {
    return unreadableSidecar(causeOf(error));
  }
}

/**
 * Changes the sidecar of an issue file on top of what the file holds by then. A file that could not be read in full is
 * kept under another name. Throws where a newer Galley wrote the file, or where it cannot be written.
 */
export async function changeSidecarOf(
  issuePath: string,
  change: (sidecar: Sidecar) => Sidecar,
): Promise<ChangedSidecar> {
  const target = { path: sidecarNameOf(issuePath), within: dirname(issuePath) };
  let sidecar = EMPTY_SIDECAR;
  const oldKeptAs = await changeFile(target, (bytes) => {
    const changed = changeSidecar(bytes ? readSidecarBytes(bytes) : NO_SIDECAR, change);
    sidecar = changed.sidecar;
    return changed.text === undefined ? undefined : { content: changed.text, keepsOld: changed.keepsOld };
  });
  return { sidecar, ...(oldKeptAs === undefined ? {} : { oldKeptAs }) };
}

/** Reads the bytes of a sidecar file. Never throws: anything wrong becomes a problem. */
export function readSidecarBytes(bytes: Buffer): SidecarReading {
  return isUtf8(bytes) ? readSidecar(bytes.toString('utf8')) : unreadableSidecar(t('It is not valid UTF-8.'));
}
