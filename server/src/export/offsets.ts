import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import type { OffsetUnit, Range } from './schema';

/** Turns UTF-16 offsets into those of an export. */
export interface Offsets {
  readonly unit: OffsetUnit;
  readonly at: (offset: number) => number;
  readonly range: (span: Span) => Range;
}

/** Reads a text once; each offset then costs a search among its characters beyond the basic plane, of which few have any. */
export function offsetsOf(text: string, unit: OffsetUnit): Offsets {
  const lowSurrogates = unit === 'codepoint' ? lowSurrogatesOfPairs(text) : [];
  const at = (offset: number): number =>
    offset - firstIndex(lowSurrogates.length, (index) => (lowSurrogates[index] ?? offset) >= offset);
  return { unit, at, range: ({ start, end }) => ({ start: at(start), end: at(end) }) };
}

/** Offsets of the second halves of surrogate pairs: the code units that begin no code point. A lone half is one itself. */
function lowSurrogatesOfPairs(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800 || (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) continue;
    found.push(++at);
  }
  return found;
}
