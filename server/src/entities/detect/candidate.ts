import { overlaps, type Span } from '../../core/span';
import type { PersonRole } from '../../issue/model';
import type { EntityId } from '../../gazetteer/model';
import type { Evidence, MentionType } from '../model';

/**
 * A mention that a stretch of text shows by itself, before what the rest of the issue says is known. Spans are into it.
 */
export interface MentionCandidate extends Span {
  readonly type: MentionType;
  /** How much speaks for it, roughly in bits; see `HIGH_CONFIDENCE` and `MEDIUM_CONFIDENCE`. */
  readonly score: number;
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly candidates: readonly EntityId[];
  /** Of a person: the office as it is worded beside the name. */
  readonly officeTitle?: string;
  readonly role?: PersonRole;
}

/** From this score on a mention is taken for certain. */
export const HIGH_CONFIDENCE = 10;
/** From this score on it is likely enough to be kept from repairs. */
export const MEDIUM_CONFIDENCE = 5;

/** Chooses among overlapping mentions those with the highest scores. In text order; none overlap. */
export function withoutOverlaps(found: readonly MentionCandidate[]): MentionCandidate[] {
  const chosen: MentionCandidate[] = [];
  const taken = new Uint8Array(found.reduce((last, { end }) => Math.max(last, end), 0));
  for (const one of [...found].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    taken.fill(1, one.start, one.end);
    chosen.push(one);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Those of the first list that overlap none of the second; both are in text order. */
export function withoutOverlapping<One extends Span>(found: readonly One[], others: readonly Span[]): One[] {
  let next = 0;
  return found.filter((one) => {
    while ((others[next]?.end ?? Infinity) <= one.start) next++;
    const other = others[next];
    return !other || !overlaps(one, other);
  });
}
