import { shiftSpan, type Span } from '../../core/span';
import type { EditKind } from '../scoring/editKind';

/** A change of a text that the language speaks for. */
export interface ScoredCandidate {
  readonly kind: EditKind;
  /** Offsets into the text; the same for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The logarithm of the odds that the text is wrong here and this is right. */
  readonly score: number;
  /** The stretch of text that becomes a set phrase, where one does. */
  readonly phrase?: Span | undefined;
  /** Whether what is there and what should look alike, and whether they sound alike. */
  readonly look: boolean;
  readonly sound: boolean;
  /** Whether it puts one of the characters that freely take each other's place for another: 的 for 地. */
  readonly isAlternation: boolean;
  /** Whether the first of two that are the same ends a known word and the second begins one: 人体|体检. */
  readonly isMeetingOfWords: boolean;
  /** In the order of `CHANGE_FEATURES`. */
  readonly values: Float64Array;
}

/** A place with the changes that the language speaks for there, best first. */
export interface CandidateSet {
  readonly best: ScoredCandidate;
  readonly others: readonly ScoredCandidate[];
  /** A change close by that is supposed to be right, if one is. */
  readonly beside?: ScoredCandidate;
}

export function isSameCandidate(one: ScoredCandidate, other: ScoredCandidate): boolean {
  return one.start === other.start && one.end === other.end && one.replacement === other.replacement;
}

/** The same set with its offsets moved. */
export function shiftSet({ best, others, beside }: CandidateSet, by: number): CandidateSet {
  return {
    best: shiftCandidate(best, by),
    others: others.map((other) => shiftCandidate(other, by)),
    ...(beside && { beside: shiftCandidate(beside, by) }),
  };
}

/** The same correction, or what is kept of one, with its offsets moved. */
export function shiftCandidate<Kept extends Span & Pick<ScoredCandidate, 'phrase'>>(
  correction: Kept,
  by: number,
): Kept {
  const phrase = correction.phrase && shiftSpan(correction.phrase, by);
  return { ...correction, ...shiftSpan(correction, by), phrase };
}
