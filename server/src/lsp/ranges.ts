import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../core/edit';
import { linesOf, type Lines } from '../core/lines';
import type { Span } from '../core/span';
import type { Extent } from '../index/extents';
import { asReceived, asSent, countsCodeUnits, lengthAsSent } from './positionEncoding';

/** An offset as the protocol has it: a 0-based line, and a column in the units of the client. */
export function positionOf(lines: Lines, offset: number): Position {
  return asSent(lines, lines.positionAt(offset));
}

/** A span as the protocol has it. */
export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionOf(lines, start), end: positionOf(lines, end) };
}

/** The span of a protocol range; what is outside the text is moved to its nearest place. */
export function spanOf(lines: Lines, { start, end }: Range): Span {
  return { start: lines.offsetAt(asReceived(lines, start)), end: lines.offsetAt(asReceived(lines, end)) };
}

/** The length of a span in the units of the client. */
export function lengthOf({ text }: Lines, { start, end }: Span): number {
  return lengthAsSent(text, start, end);
}

/** The range that a client has sent, with columns in UTF-16 code units. `lineOf` gives the text of a line. */
export function rangeInCodeUnits({ start, end }: Range, lineOf: (line: number) => string): Range {
  if (countsCodeUnits()) return { start, end };
  const inCodeUnits = ({ line, character }: Position): Position => {
    const { column } = asReceived(linesOf(lineOf(line)), { line: 0, character });
    return { line, character: column };
  };
  return { start: inCodeUnits(start), end: inCodeUnits(end) };
}

/** A place in an issue that need not be open, in the units of the client. */
export function extentAsSent(lines: Lines, { start, end }: Extent): Extent {
  const counted = (place: Extent['start']): Extent['start'] => {
    const { line, character } = asSent(lines, place);
    return { line, column: character };
  };
  return { start: counted(start), end: counted(end) };
}

/** A place that the index has given, as the protocol has it. */
export function rangeOfExtent({ start, end }: Extent): Range {
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

/** Edits as the protocol has them. */
export function textEditsOf(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(lines, edit), newText: edit.newText }));
}
