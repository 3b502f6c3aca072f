import { overlaps, type Span } from './span';

/**
 * The first index from 0 to `count` (not included) for which `isReached` holds, else `count`. It must hold for every
 * index after the first for which it does. Takes a logarithmic number of steps.
 */
export function firstIndex(count: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Makes what gives those of a list that overlap a span, without looking at the others. The list must be sorted by the
 * start of the spans; they may be within one another.
 */
export function overlapFinder<Placed extends { readonly span: Span }>(
  sorted: readonly Placed[],
): (span: Span) => readonly Placed[] {
  let last = 0;
  // The furthest end until then: before the first that reaches beyond the start, nothing does.
  const reached = sorted.map(({ span: { end } }) => (last = Math.max(last, end)));
  return ({ start, end }) => {
    const from = firstIndex(sorted.length, (index) => (reached[index] ?? 0) > start);
    const to = firstIndex(sorted.length, (index) => (sorted[index]?.span.start ?? 0) >= end);
    return sorted.slice(from, to).filter(({ span }) => overlaps(span, { start, end }));
  };
}
