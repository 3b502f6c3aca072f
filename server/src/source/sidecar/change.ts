import { printSidecar } from './print';
import type { SidecarReading } from './read';
import type { Sidecar } from './schema';

/** What a change makes of a sidecar and of its file. */
export interface SidecarChange {
  readonly sidecar: Sidecar;
  /** The new content of the file; absent where the change changes nothing. */
  readonly text?: string;
  /** Whether something in the old file could not be read, so that it must be kept under another name. */
  readonly keepsOld: boolean;
}

/** Applies a change to a sidecar, in steps. Throws an error with a sentence for the user where a newer Galley wrote it. */
export function* changeSidecarInSteps(
  { sidecar, problems, isNewer, original }: SidecarReading,
  change: (sidecar: Sidecar) => Sidecar,
): Generator<undefined, SidecarChange> {
  if (isNewer) throw new Error(problems.join(' '));
  const changed = change(sidecar);
  if (changed === sidecar) return { sidecar, keepsOld: false };
  yield;
  return { sidecar: changed, text: printSidecar(changed, original), keepsOld: problems.length > 0 };
}
