import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, readSidecar, unreadableSidecar, type SidecarReading } from '../../source/sidecar/read';
import { causeOf } from './files';

/** Reads the sidecar of an issue file; an empty one where there is none. Never rejects: a fault is among the problems. */
export async function readSidecarOf(issuePath: string): Promise<SidecarReading> {
  const path = sidecarNameOf(issuePath);
  // Most issues have none, and a failed read costs more than everything else that is done for a small file.
  if (!existsSync(path)) return NO_SIDECAR;
  try {
    const bytes = await readFile(path);
    return isUtf8(bytes) ? readSidecar(bytes.toString('utf8')) : unreadableSidecar(t('It is not valid UTF-8.'));
  } catch (error) {
    return unreadableSidecar(causeOf(error));
  }
}
