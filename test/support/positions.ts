import type { Range, TextEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/edit';
import { linesOf } from '../../server/src/core/lines';
import type { Span } from '../../server/src/core/span';

/** The protocol's range of a span of a text. */
export function rangeIn(text: string, { start, end }: Span): Range {
  const lines = linesOf(text);
  const place = (offset: number): Range['start'] => {
    const { line, column } = lines.positionAt(offset);
    return { line, character: column };
  };
  return { start: place(start), end: place(end) };
}

/** The words that a range of the protocol marks. */
export function wordsIn(text: string, range: Range): string {
  const { start, end } = spanIn(text, range);
  return text.slice(start, end);
}

/** A text after edits of the protocol. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ ...spanIn(text, range), newText })),
  );
}

function spanIn(text: string, { start, end }: Range): Span {
  const lines = linesOf(text);
  return {
    start: lines.offsetAt({ line: start.line, column: start.character }),
    end: lines.offsetAt({ line: end.line, column: end.character }),
  };
}
