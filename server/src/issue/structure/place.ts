import type { StructureDecision } from '../../source/sidecar/schema';
import { findLine } from './findLine';
import { NOTHING_BY_HAND, type HandMadeStructure, type PlacedDecision } from './model';
import { printedLinesOf } from './printedLines';

/** Finds the lines of decisions in a text. Of several that settle the same thing, the one that was made last applies. */
export function placeDecisions(text: string, decisions: readonly StructureDecision[]): HandMadeStructure {
  if (decisions.length === 0) return NOTHING_BY_HAND;
  const lines = printedLinesOf(text);
  const placed = new Map<string, PlacedDecision>();
  const unplaced: StructureDecision[] = [];
  for (const decision of decisions) {
    const span = lines.spans[findLine(lines, decision.line) ?? -1];
    const to = decision.kind === 'continuation' ? lines.spans[findLine(lines, decision.to) ?? -1] : undefined;
    if (!span || (decision.kind === 'continuation' && !to)) {
      unplaced.push(decision);
      continue;
    }
    const key = `${subjectOf(decision)} ${String(span.start)}`;
    const earlier = placed.get(key);
    if (!earlier || (earlier.decision.created ?? '') <= (decision.created ?? ''))
      placed.set(key, { decision, span, ...(to ? { to } : {}) });
  }
  return { placed: [...placed.values()].sort((one, other) => one.span.start - other.span.start), unplaced };
}

/** What a decision settles: an article either goes on at a line or begins there. */
export function subjectOf({ kind }: StructureDecision): 'role' | 'boundary' | 'continuation' {
  return kind === 'join' || kind === 'split' ? 'boundary' : kind;
}
