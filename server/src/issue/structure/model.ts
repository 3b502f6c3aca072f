import type { Span } from '../../core/span';
import type { StructureDecision } from '../../source/sidecar/schema';

/** A decision with the block that it is about. */
export interface PlacedDecision {
  readonly decision: StructureDecision;
  /** Of the block, without the white space around it. */
  readonly span: Span;
  /** Of a continuation: a block of the article in which the other one goes on. */
  readonly to?: Span;
}

/** A decision that does not apply, because another one settles the same thing about the same line differently. */
export interface OverruledDecision {
  readonly decision: StructureDecision;
  /** The one that applies. */
  readonly by: PlacedDecision;
}

/** What people have decided about the structure of an issue. */
export interface HandMadeStructure {
  readonly placed: readonly PlacedDecision[];
  /** Decisions whose line the text no longer has. */
  readonly unplaced: readonly StructureDecision[];
  readonly overruled: readonly OverruledDecision[];
}

/** The structure of an issue without any decisions by hand. */
export const NOTHING_BY_HAND: HandMadeStructure = { placed: [], unplaced: [], overruled: [] };
