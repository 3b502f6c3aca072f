import type { Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../core/edit';
import type { Lines } from '../core/lines';
import type { Span } from '../core/span';
import type { Extent } from '../index/extents';

/** A span as the protocol has it: 0-based lines, columns in UTF-16 code units. */
export function rangeOf(lines: Lines, span: Span): Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

/** The span of a protocol range; what lies outside the text is moved to its nearest place. */
export function spanOf(lines: Lines, { start, end }: Range): Span {
  return {
    start: lines.offsetAt({ line: start.line, column: start.character }),
    end: lines.offsetAt({ line: end.line, column: end.character }),
  };
}

/** A place in an issue that need not be open, as the protocol has it. */
export function rangeOfExtent({ start, end }: Extent): Range {
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

/** Edits as the protocol has them. */
export function textEditsOf(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(lines, edit), newText: edit.newText }));
}
