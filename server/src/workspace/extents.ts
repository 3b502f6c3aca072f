import type { Position } from '../core/lines';
import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import { COLUMN, COLUMNS, type Archive, type ArchivedIssue } from './archive';

/** Where something stands in an issue that need not be open: 0-based lines, columns in UTF-16 code units. */
export interface Extent {
  readonly start: Position;
  readonly end: Position;
}

/** One row of an issue, by the index of its first number. */
export interface RowPlace {
  readonly issue: ArchivedIssue;
  readonly at: number;
}

/** Every row whose column holds a number, issue by issue. */
export function* rowsWith(archive: Archive, column: 'key' | 'name', number: number): Generator<RowPlace> {
  for (const issue of archive.issues()) {
    const { rows } = issue;
    for (let at = 0; at < rows.length; at += COLUMNS) if (rows[at + COLUMN[column]] === number) yield { issue, at };
  }
}

/** What a row covers. */
export function spanOfRow({ issue: { rows }, at }: RowPlace): Span {
  const start = rows[at + COLUMN.start] ?? 0;
  return { start, end: start + (rows[at + COLUMN.length] ?? 0) };
}

/** Lines and columns of a span in the text of an issue. */
export function extentOf({ lineStarts }: ArchivedIssue, { start, end }: Span): Extent {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) };
}

/** The earliest issue first, those without a date last; by file where that does not decide. */
export function compareIssues(first: ArchivedIssue, second: ArchivedIssue): number {
  const [a, b] = [first.date ?? '~', second.date ?? '~'];
  if (a !== b) return a < b ? -1 : 1;
  return first.uri < second.uri ? -1 : Number(first.uri > second.uri);
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  const line = firstIndex(lineStarts.length, (index) => (lineStarts[index] ?? 0) > offset) - 1;
  return { line: Math.max(line, 0), column: offset - (lineStarts[line] ?? 0) };
}
