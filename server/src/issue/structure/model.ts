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

/** What people have decided about the structure of an issue. */
export interface HandMadeStructure {
  readonly placed: readonly PlacedDecision[];
  /** Decisions whose line the text no longer has. */
  readonly unplaced: readonly StructureDecision[];
}

/** The structure of an issue without any decisions by hand. */
export const NOTHING_BY_HAND: HandMadeStructure = { placed: [], unplaced: [] };
