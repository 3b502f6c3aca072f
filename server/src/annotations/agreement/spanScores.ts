import { groupBy } from '../../core/groups';
import type { Span } from '../../core/span';
import { inTheirOrder, nearestFirst, type FreeSpans } from './freeSpans';

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
  const pairs = new Map<Marked, Marked>();
  const sameSpan = ({ start, end }: Marked): string => `${start} ${end}`;
  const sameLabel = ({ label }: Marked): string => label;
  const ways: [keyOf: (one: Marked) => string, finder: (group: readonly Marked[]) => FreeSpans<Marked>][] = [
    [(one) => `${sameSpan(one)} ${one.label}`, inTheirOrder],
    [sameSpan, inTheirOrder],
    [sameLabel, nearestFirst],
    [() => '', nearestFirst],
  ];
  for (const [keyOf, finder] of ways) {
    const unpaired = first.filter((one) => !pairs.has(one));
    if (unpaired.length === 0 || free.size === 0) break;
    const groups = groupBy(free, keyOf);
    for (const [key, ones] of groupBy(unpaired, keyOf)) {
      const { take } = finder(groups.get(key) ?? []);
      for (const one of ones) {
        const other = take(one);
        if (!other) continue;
        pairs.set(one, other);
        free.delete(other);
      }
    }
  }
  return [
    ...first.map((one) => {
      const other = pairs.get(one);
      return other ? { first: one, second: other } : { first: one };
    }),
    ...[...free].map((other) => ({ second: other })),
  ];
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
