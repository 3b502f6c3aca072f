import type { StructureDecision } from '../../source/sidecar/schema';
import { findLine } from './findLine';
import { NOTHING_BY_HAND, type HandMadeStructure, type PlacedDecision } from './model';
import { printedLinesOf } from './printedLines';

/** Finds the lines of decisions in a text. Of several that settle the same thing, the one that was made last applies. */
export function placeDecisions(text: string, decisions: readonly StructureDecision[]): HandMadeStructure {
  if (decisions.length === 0) return NOTHING_BY_HAND;
  const lines = printedLinesOf(text);
  const found = new Map<string, PlacedDecision[]>();
  const unplaced: StructureDecision[] = [];
  for (const decision of decisions) {
    const span = lines.spans[findLine(lines, decision.line) ?? -1];
    const to = decision.kind === 'continuation' ? lines.spans[findLine(lines, decision.to) ?? -1] : undefined;
    if (!span || (decision.kind === 'continuation' && !to)) {
      unplaced.push(decision);
      continue;
    }
    const key = `${subjectOf(decision)} ${String(span.start)}`;
    const one = { decision, span, ...(to ? { to } : {}) };
    const rivals = found.get(key);
    if (!rivals) found.set(key, [one]);
    else if ((rivals[0]?.decision.created ?? '') <= (decision.created ?? '')) rivals.unshift(one);
    else rivals.push(one);
  }
  // The one that applies is the first of its list.
  const all = [...found.values()].sort(([one], [other]) => (one?.span.start ?? 0) - (other?.span.start ?? 0));
  return {
    placed: all.flatMap(([one]) => one ?? []),
    unplaced,
    overruled: all.flatMap(([by, ...others]) =>
      by ? others.flatMap((one) => (saysTheSame(one, by) ? [] : [{ decision: one.decision, by }])) : [],
    ),
  };
}

/** Whether two decisions about the same thing and line come to the same. */
function saysTheSame({ decision: one, to }: PlacedDecision, { decision: other, to: otherTo }: PlacedDecision): boolean {
  if (one.kind === 'role' && other.kind === 'role') return one.role === other.role;
  return one.kind === other.kind && to?.start === otherTo?.start;
}

/** What a decision settles: an article either goes on at a line or begins there. */
export function subjectOf({ kind }: StructureDecision): 'role' | 'boundary' | 'continuation' {
  return kind === 'join' || kind === 'split' ? 'boundary' : kind;
}
