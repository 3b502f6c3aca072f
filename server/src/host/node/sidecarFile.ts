import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { EMPTY_SIDECAR } from '../../annotations/model';
import { parseSidecar, sidecarNameOf, type SidecarReading } from '../../annotations/sidecar';
import { causeOf } from './files';

/** The sidecar of an issue that has none. */
export const NO_SIDECAR: SidecarReading = { sidecar: EMPTY_SIDECAR, problems: [] };

/** Reads what is kept beside an issue file; empty where there is nothing. Never rejects: a fault is among the problems. */
export async function readSidecar(issuePath: string): Promise<SidecarReading> {
  const path = sidecarNameOf(issuePath);
  // Most issues have none, and a failed read costs more than all else that is done for a small file.
  if (!existsSync(path)) return NO_SIDECAR;
  try {
    return parseSidecar(await readFile(path, 'utf8'));
  } catch (error) {
    return { ...NO_SIDECAR, problems: [causeOf(error)] };
  }
}
