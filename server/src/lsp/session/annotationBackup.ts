import { readJson } from '../../core/json';
import { propertiesOf } from '../../core/settings';
import { readSidecar } from '../../source/sidecar/read';
import type { Sidecar } from '../../source/sidecar/schema';

/** The annotations of a text that is not saved. */
export interface AnnotationBackup {
  /** What the sidecar said when it was last read or written. */
  readonly base: Sidecar;
  /** What it would say if the text were saved. */
  readonly sidecar: Sidecar;
}

/** The text of a backup. */
export function printBackup({ base, sidecar }: AnnotationBackup): string {
  return JSON.stringify({ base: JSON.stringify(base), sidecar: JSON.stringify(sidecar) });
}

/** Reads the text of a backup; undefined if it is something else. */
export function readBackup(content: string | undefined): AnnotationBackup | undefined {
  const reading = content === undefined ? undefined : readJson(content);
  if (!reading || 'problem' in reading) return undefined;
  const { base, sidecar } = propertiesOf(reading.value);
  if (typeof base !== 'string' || typeof sidecar !== 'string') return undefined;
  return { base: readSidecar(base).sidecar, sidecar: readSidecar(sidecar).sidecar };
}
