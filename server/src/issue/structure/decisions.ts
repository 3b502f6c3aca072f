import type { Sidecar, StructureDecision } from '../../source/sidecar/schema';
import { findLine } from './findLine';
import { subjectOf } from './place';
import type { PrintedLines } from './printedLines';

/** The sidecar with more decisions; each takes the place of an earlier one that settles the same thing about the same line. */
export function withStructure(sidecar: Sidecar, added: readonly StructureDecision[], lines: PrintedLines): Sidecar {
  const subjects = new Set(added.map((decision) => placeOf(decision, lines)));
  const kept = (sidecar.structure ?? []).filter((decision) => !subjects.has(placeOf(decision, lines)));
  return { ...sidecar, structure: [...kept, ...added] };
}

/**
 * The sidecar without some decisions, by their ids, and without earlier ones that would take their place. The same sidecar if it
 * has none of them.
 */
export function withoutStructure(sidecar: Sidecar, ids: ReadonlySet<string>, lines: PrintedLines): Sidecar {
  const taken = (sidecar.structure ?? []).filter(({ id }) => ids.has(id));
  if (!sidecar.structure || taken.length === 0) return sidecar;
  const subjects = new Set(taken.map((decision) => placeOf(decision, lines)));
  return { ...sidecar, structure: sidecar.structure.filter((decision) => !subjects.has(placeOf(decision, lines))) };
}

/** A key for what a decision settles, and where; of a decision whose line is gone, its id. */
function placeOf(decision: StructureDecision, lines: PrintedLines): string {
  const line = findLine(lines, decision.line);
  return line === undefined ? decision.id : `${subjectOf(decision)} ${String(line)}`;
}
