import { codePointsOf } from '../core/codePoints';
import type { Span } from '../core/span';
import type { OffsetUnit, Range } from './schema';

/** Turns UTF-16 offsets into those of an export. */
export interface Offsets {
  readonly unit: OffsetUnit;
  readonly at: (offset: number) => number;
  readonly range: (span: Span) => Range;
}

/** The offsets of a text in a unit. */
export function offsetsOf(text: string, unit: OffsetUnit): Offsets {
  const { at } = unit === 'codepoint' ? codePointsOf(text) : { at: (offset: number) => offset };
  return { unit, at, range: ({ start, end }) => ({ start: at(start), end: at(end) }) };
}
