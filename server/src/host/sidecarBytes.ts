import { t } from '@vscode/l10n';
import { changeSidecarInSteps } from '../source/sidecar/change';
import { NO_SIDECAR, readSidecarInSteps, unreadableSidecar, type SidecarReading } from '../source/sidecar/read';
import type { Sidecar } from '../source/sidecar/schema';
import { decodeAs } from './decode';
import { inTurns } from './inTurns';
import { Problem } from './problem';

/** Bytes of the largest sidecar that is read or written: some 60,000 annotations. */
export const MAX_SIDECAR_BYTES = 16 << 20;

/** Reads the bytes of a sidecar file, with other work done in between. Never rejects: anything wrong becomes a problem. */
export async function readSidecarBytes(bytes: Uint8Array): Promise<SidecarReading> {
  const text = decodeAs('UTF-8', bytes);
  return text === undefined ? unreadableSidecar(t('It is not valid UTF-8.')) : inTurns(readSidecarInSteps(text));
}

/** What becomes of a sidecar file. */
export interface ChangedSidecarBytes {
  readonly sidecar: Sidecar;
  /** Absent where nothing is to be written. */
  readonly next: { readonly content: Uint8Array; readonly keepsOld: boolean } | undefined;
}

/**
 * Changes a sidecar file, given its bytes; undefined where there is none. Throws an error with a sentence for the user
 * where a newer Galley wrote it, or where it would be too large.
 */
export async function changeSidecarBytes(
  bytes: Uint8Array | undefined,
  change: (sidecar: Sidecar) => Sidecar,
): Promise<ChangedSidecarBytes> {
  const reading = bytes ? await readSidecarBytes(bytes) : NO_SIDECAR;
  const { sidecar, text, keepsOld } = await inTurns(changeSidecarInSteps(reading, change));
  return { sidecar, next: text === undefined ? undefined : { content: sidecarBytes(text), keepsOld } };
}

/** The bytes of a sidecar to be written. Throws a `Problem` where there are too many to be read again. */
export function sidecarBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAX_SIDECAR_BYTES)
    throw new Problem(t('It would be larger than {0} MiB; nothing was written.', MAX_SIDECAR_BYTES >> 20));
  return bytes;
}
