import { countsOf } from '../../core/groups';
import { overlapFinder } from '../../core/search';
import { compareSpans, type Span } from '../../core/span';
import type { Alpha } from './alpha';

/**
 * Krippendorff's α for units that people cut out of a continuum themselves (K. Krippendorff, On the reliability of unitizing
 * continuous data, 1995), for one category. Each person's units must not overlap.
 */
export function unitisingAlpha(people: readonly (readonly Span[])[], continuum: Span): Alpha {
  const length = continuum.end - continuum.start;
  const observedDisagreement = observed(people, length);
  // One unit says nothing of chance: the agreement is that of chance.
  const isSingle = people.flat().length === 1;
  const expectedDisagreement = isSingle ? observedDisagreement : expected(people, continuum);
  return { observedDisagreement, expectedDisagreement, alpha: 1 - observedDisagreement / expectedDisagreement };
}

/** The α of several categories together: their mean disagreements compared. */
export function jointAlpha(categories: readonly Alpha[]): Alpha {
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((total, number) => total + number, 0) / numbers.length;
  const observedDisagreement = mean(categories.map((category) => category.observedDisagreement));
  const expectedDisagreement = mean(categories.map((category) => category.expectedDisagreement));
  return { observedDisagreement, expectedDisagreement, alpha: 1 - observedDisagreement / expectedDisagreement };
}

function observed(people: readonly (readonly Span[])[], length: number): number {
  let sum = 0;
  for (const [first, units] of people.entries())
    for (const others of people.slice(first + 1)) sum += differences(units, others);
  return (2 * sum) / (people.length * (people.length - 1) * length ** 2);
}

/** The differences of two people: squared distances of the ends of units that overlap, squared lengths of those alone. */
function differences(units: readonly Span[], others: readonly Span[]): number {
  let sum = 0;
  const [overlappingUnits, overlappingOthers] = [units, others].map(overlapping) as [Overlapping, Overlapping];
  for (const unit of units) {
    const opposite = overlappingOthers(unit);
    if (opposite.length === 0) sum += (unit.end - unit.start) ** 2;
    for (const other of opposite) sum += (unit.start - other.start) ** 2 + (unit.end - other.end) ** 2;
  }
  for (const other of others) if (overlappingUnits(other).length === 0) sum += (other.end - other.start) ** 2;
  return sum;
}

type Overlapping = (span: Span) => readonly Span[];

/** Makes what gives those of some units that overlap a span. */
function overlapping(units: readonly Span[]): Overlapping {
  const find = overlapFinder([...units].sort(compareSpans).map((span) => ({ span })));
  return (span) => find(span).map(({ span: found }) => found);
}

function expected(people: readonly (readonly Span[])[], continuum: Span): number {
  const length = continuum.end - continuum.start;
  const lengths = people.flatMap((units) => units.map(({ start, end }) => end - start));
  // Few lengths are different, however many units there are.
  const gaps = countsOf(people.flatMap((units) => gapsOf(units, continuum)));
  let sum = 0;
  for (const [unit, times] of countsOf(lengths)) {
    sum += times * ((lengths.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit);
    for (const [gap, gapTimes] of gaps) if (gap >= unit) sum += times * gapTimes * unit ** 2 * (gap - unit + 1);
  }
  const all = people.length * length;
  const within = lengths.reduce((total, unit) => total + unit * (unit - 1), 0);
  return ((2 / length) * sum) / (all * (all - 1) - within);
}

/** The lengths of what is between the units of a person. */
function gapsOf(units: readonly Span[], { start, end }: Span): readonly number[] {
  const sorted = [...units].sort(compareSpans);
  const edges = [start, ...sorted.flatMap((unit) => [unit.start, unit.end]), end];
  return edges.flatMap((edge, at) => (at % 2 === 0 ? [(edges[at + 1] ?? end) - edge] : [])).filter((gap) => gap > 0);
}
