import { readFile } from 'node:fs/promises';
import { EMPTY_SIDECAR } from '../../annotations/model';
import { parseSidecar, sidecarNameOf, type SidecarReading } from '../../annotations/sidecar';
import { causeOf } from './files';
import { codeOf } from './problem';

/** Reads what is kept beside an issue file; empty where there is nothing. Never rejects: a fault is among the problems. */
export async function readSidecar(issuePath: string): Promise<SidecarReading> {
  try {
    return parseSidecar(await readFile(sidecarNameOf(issuePath), 'utf8'));
  } catch (error) {
    return { sidecar: EMPTY_SIDECAR, problems: codeOf(error) === 'ENOENT' ? [] : [causeOf(error)] };
  }
}
