import type { Span } from '../../../core/span';
import type { Ids } from './ids';
import { attribute } from './xml';

/** A part of a name, with the attributes that join it to the others. */
export interface NamePart extends Span {
  readonly links: string;
}

/**
 * The parts of a name that crosses corrections, cut where they begin or end: elements nest, and a correction is whole. One part, the
 * name itself, where it crosses none.
 */
export function partsOfName({ start, end }: Span, corrections: readonly Span[], ids: Ids): readonly NamePart[] {
  const crossing = corrections.flatMap((one) => {
    if (one.start < start && start < one.end && one.end < end) return [one.end];
    return start < one.start && one.start < end && end < one.end ? [one.start] : [];
  });
  if (crossing.length === 0) return [{ start, end, links: '' }];
  const cuts = [start, ...crossing.sort((a, b) => a - b), end];
  const idAt = (index: number): string => ids.of(`name-${cuts[index]}`);
  const last = cuts.length - 2;
  return cuts.slice(0, -1).map((from, index) => ({
    start: from,
    end: cuts[index + 1] ?? end,
    links:
      attribute('xml:id', idAt(index)) +
      attribute('prev', index > 0 ? `#${idAt(index - 1)}` : undefined) +
      attribute('next', index < last ? `#${idAt(index + 1)}` : undefined),
  }));
}
