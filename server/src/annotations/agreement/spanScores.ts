import { overlapFinder } from '../../core/search';
import { compareSpans, type Span } from '../../core/span';

/** A span with its label. */
export interface LabelledSpan extends Span {
  readonly label: string;
}

/**
 * How strictly two annotations are compared (SemEval 2013, task 9.1): strict wants span and label, exact the span, partial
 * gives half for a span that overlaps, type wants the label of a span that overlaps.
 */
export const SCHEMES = ['strict', 'exact', 'partial', 'type'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Counts of one scheme, with what follows from them. Precision, recall and F1 are NaN where nothing is counted. */
export interface SpanScore {
  readonly correct: number;
  readonly incorrect: number;
  readonly partial: number;
  readonly missed: number;
  readonly spurious: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Two annotations of one place; one of them is absent where only one person has marked it. */
export interface Pair<Marked extends LabelledSpan> {
  readonly first?: Marked;
  readonly second?: Marked;
}

/** Scores the second person's annotations against the first's, in each scheme. */
export function spanScores(pairs: readonly Pair<LabelledSpan>[]): Readonly<Record<Scheme, SpanScore>> {
  return {
    strict: scoreOf(pairs, (isSameSpan, isSameLabel) => (isSameSpan && isSameLabel ? 'correct' : 'incorrect')),
    exact: scoreOf(pairs, (isSameSpan) => (isSameSpan ? 'correct' : 'incorrect')),
    partial: scoreOf(pairs, (isSameSpan) => (isSameSpan ? 'correct' : 'partial')),
    type: scoreOf(pairs, (_, isSameLabel) => (isSameLabel ? 'correct' : 'incorrect')),
  };
}

/**
 * Pairs the annotations of two people: equal ones first, then equal spans, then spans that overlap, each with the nearest
 * that is still free. What is left over is a pair of one.
 */
export function pairSpans<Marked extends LabelledSpan>(
  first: readonly Marked[],
  second: readonly Marked[],
): readonly Pair<Marked>[] {
  const free = new Set(second);
  const overlapping = overlapFinder(
    second.map((marked) => ({ span: marked, marked })).sort((one, other) => compareSpans(one.span, other.span)),
  );
  const pairs = new Map<Marked, Marked>();
  const isSameSpan = (one: Marked, other: Marked): boolean => one.start === other.start && one.end === other.end;
  const isSameLabel = (one: Marked, other: Marked): boolean => one.label === other.label;
  const ways: ((one: Marked, other: Marked) => boolean)[] = [
    (one, other) => isSameSpan(one, other) && isSameLabel(one, other),
    isSameSpan,
    isSameLabel,
    () => true,
  ];
  for (const matches of ways)
    for (const one of first) {
      if (pairs.has(one)) continue;
      const candidates = overlapping(one).map(({ marked }) => marked);
      const other = nearest(
        one,
        candidates.filter((candidate) => free.has(candidate) && matches(one, candidate)),
      );
      if (!other) continue;
      pairs.set(one, other);
      free.delete(other);
    }
  return [
    ...first.map((one) => {
      const other = pairs.get(one);
      return other ? { first: one, second: other } : { first: one };
    }),
    ...[...free].map((other) => ({ second: other })),
  ];
}

function nearest<Marked extends Span>(one: Span, others: readonly Marked[]): Marked | undefined {
  const distance = (other: Span): number => Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
  return others.reduce<Marked | undefined>(
    (best, other) => (best === undefined || distance(other) < distance(best) ? other : best),
    undefined,
  );
}

function scoreOf(
  pairs: readonly Pair<LabelledSpan>[],
  judge: (isSameSpan: boolean, isSameLabel: boolean) => 'correct' | 'incorrect' | 'partial',
): SpanScore {
  const counts = { correct: 0, incorrect: 0, partial: 0, missed: 0, spurious: 0 };
  for (const { first, second } of pairs) {
    if (!second) counts.missed++;
    else if (!first) counts.spurious++;
    else counts[judge(first.start === second.start && first.end === second.end, first.label === second.label)]++;
  }
  const { correct, incorrect, partial, missed, spurious } = counts;
  const credit = correct + partial / 2;
  const precision = credit / (correct + incorrect + partial + spurious);
  const recall = credit / (correct + incorrect + partial + missed);
  return {
    ...counts,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall) || (credit === 0 ? 0 : NaN),
  };
}
