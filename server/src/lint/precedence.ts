import type { Finding } from '../core/diagnostic';
import { compareSpans, covers } from '../core/span';
import { createItemCount, sortedInSteps } from '../core/steps';

/** A finding with the place of its rule in the list of rules: the lower, the more it counts. */
export interface Ranked {
  readonly rank: number;
  readonly finding: Finding;
}

/**
 * Sorts findings by position and leaves out each that is within one of an earlier rule, so that one damage has one
 * message. Whether a finding is left out depends only on those that cover it, in whatever order and in whatever
 * portions they are compared. Works in steps.
 */
export function* withoutCovered<One extends Ranked>(findings: readonly One[]): Generator<undefined, readonly One[]> {
  if (findings.length < 2) return findings;
  const kept: One[] = [];
  // Those kept that can still cover something: each ends no later than the one before it.
  const reaching: One[] = [];
  const isStepFull = createItemCount();
  for (const candidate of yield* sortedInSteps(findings, byPosition)) {
    if (isStepFull()) yield;
    const { span } = candidate.finding;
    const behind = reaching.findLastIndex(({ finding }) => finding.span.end >= span.end);
    const rival = reaching[behind];
    if (rival && rival.rank < candidate.rank && covers(rival.finding.span, span)) continue;
    kept.push(candidate);
    reaching.length = behind + 1;
    reaching.push(candidate);
  }
  return kept;
}

function byPosition(first: Ranked, second: Ranked): number {
  return compareSpans(first.finding.span, second.finding.span) || first.rank - second.rank;
}
