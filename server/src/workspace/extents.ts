import type { Position } from '../core/lines';
import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import type { ArchivedIssue } from './archive';

/** Where something stands in an issue that need not be open: 0-based lines, columns in UTF-16 code units. */
export interface Extent {
  readonly start: Position;
  readonly end: Position;
}

/** Lines and columns of a span in the text of an issue. */
export function extentOf({ lineStarts }: ArchivedIssue, { start, end }: Span): Extent {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) };
}

/** Lines and columns of the mention in a row of an issue's table. */
export function extentOfRow(issue: ArchivedIssue, row: number): Extent {
  const start = issue.table.start[row] ?? 0;
  return extentOf(issue, { start, end: start + (issue.table.length[row] ?? 0) });
}

/** Extents as four numbers each (lines and columns of start and end): a hundred thousand objects are slow to send. */
export function packedExtents(extents: readonly Extent[]): Uint32Array {
  const packed = new Uint32Array(extents.length * 4);
  extents.forEach(({ start, end }, index) => {
    packed.set([start.line, start.column, end.line, end.column], index * 4);
  });
  return packed;
}

/** What `packedExtents` was given. */
export function unpackedExtents(packed: Uint32Array): Extent[] {
  return Array.from({ length: packed.length / 4 }, (_, index) => {
    const [startLine = 0, startColumn = 0, line = 0, column = 0] = packed.subarray(index * 4, index * 4 + 4);
    return { start: { line: startLine, column: startColumn }, end: { line, column } };
  });
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  const line = firstIndex(lineStarts.length, (index) => (lineStarts[index] ?? 0) > offset) - 1;
  return { line: Math.max(line, 0), column: offset - (lineStarts[line] ?? 0) };
}
