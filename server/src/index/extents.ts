import type { Position } from '../core/lines';
import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import type { IndexedIssue } from './issueIndex';

/** A position in an issue, which need not be open: 0-based lines, columns in UTF-16 code units. */
export interface Extent {
  readonly start: Position;
  readonly end: Position;
}

/** Lines and columns of a span in the text of an issue. */
export function extentOf({ lineStarts }: IndexedIssue, { start, end }: Span): Extent {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) };
}

/** Lines and columns of the mention in a row of an issue's table. */
export function extentOfRow(issue: IndexedIssue, row: number): Extent {
  const start = issue.table.start[row] ?? 0;
  return extentOf(issue, { start, end: start + (issue.table.length[row] ?? 0) });
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  const line = firstIndex(lineStarts.length, (index) => (lineStarts[index] ?? 0) > offset) - 1;
  return { line: Math.max(line, 0), column: offset - (lineStarts[line] ?? 0) };
}
