import { existsSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { t } from '@vscode/l10n';
import type { ChangedSidecar } from '../../ports/fileSystem';
import { EMPTY_SIDECAR, sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, unreadableSidecar, type SidecarReading } from '../../source/sidecar/read';
import type { Sidecar } from '../../source/sidecar/schema';
import { changeFile } from './changeFile';
import { causeOf, readBytes } from './files';
import { interruptedSave } from './interruptedSave';
import { Problem } from '../problem';
import { changeSidecarBytes, MAX_SIDECAR_BYTES, readSidecarBytes } from '../sidecarBytes';
import { withinTime } from './timeLimit';

/** Reads the sidecar of an issue file; an empty one where there is none. Never rejects: a fault is among the problems. */
export async function readSidecarOf(issuePath: string): Promise<SidecarReading> {
  const path = sidecarNameOf(issuePath);
  // Most issues have none, and a failed read costs more than everything else that is done for a small file.
  if (!existsSync(path)) return NO_SIDECAR;
  try {
    const reading = await readSidecarBytes(await readBytes(path, MAX_SIDECAR_BYTES));
    const interrupted = await interruptedSave(path);
    return interrupted === undefined ? reading : { ...reading, problems: [interrupted, ...reading.problems] };
  } catch (error) {
    return unreadableSidecar(causeOf(error));
  }
}

/**
 * Changes the sidecar of an issue file on top of what the file holds by then. A file that could not be read in full is
 * kept under another name. Throws where a newer Galley wrote the file, where it is or would be too large, where another
 * issue has the same sidecar, or where it cannot be written.
 */
export async function changeSidecarOf(
  issuePath: string,
  change: (sidecar: Sidecar) => Sidecar,
): Promise<ChangedSidecar> {
  const target = { path: sidecarNameOf(issuePath), within: dirname(issuePath), maxBytes: MAX_SIDECAR_BYTES };
  const other = await withinTime(dirname(issuePath), () => namesakeOf(issuePath));
  if (other !== undefined) throw new Problem(t('{0} uses the same sidecar. Rename one of the two files.', other));
  let sidecar = EMPTY_SIDECAR;
  const oldKeptAs = await changeFile(target, async (bytes) => {
    const changed = await changeSidecarBytes(bytes, change);
    sidecar = changed.sidecar;
    return changed.next;
  });
  return { sidecar, ...(oldKeptAs === undefined ? {} : { oldKeptAs }) };
}

/** The name of another file whose sidecar is that of an issue, because their names differ only in the case of the ending. */
async function namesakeOf(issuePath: string): Promise<string | undefined> {
  const ending = extname(issuePath);
  const own = await statOf(issuePath);
  if (!own || ending.length > MAX_ENDING) return undefined;
  const stem = issuePath.slice(0, issuePath.length - ending.length);
  const others = casesOf(ending)
    .map((variant) => stem + variant)
    .filter((path) => path !== issuePath);
  const stats = await Promise.all(others.map(statOf));
  // Where the system does not distinguish cases, it is the same file.
  const at = stats.findIndex((other) => other && (other.ino !== own.ino || other.dev !== own.dev));
  return at < 0 ? undefined : basename(others[at] ?? '');
}

/** Characters of the longest ending that is tried in all cases; a name of an issue ends in .txt. */
const MAX_ENDING = 5;

/** A word with each of its letters in both cases. */
function casesOf(word: string): string[] {
  return Array.from(word).reduce<string[]>(
    (begun, letter) =>
      begun.flatMap((start) => [...new Set([letter.toLowerCase(), letter.toUpperCase()])].map((one) => start + one)),
    [''],
  );
}

function statOf(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(() => undefined);
}
