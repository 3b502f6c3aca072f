import type { Edit } from '../core/edit';
import { wholeLines } from '../core/lines';
import type { Span } from '../core/span';
import type { IssueDocument } from '../issue/model';

/**
 * The edit that takes whole lines out of the text, with the blank lines before them, so that the blocks on either side
 * keep the distance they had. Takes the span of a block (raw text); where it is the first, the blank lines after it go
 * instead.
 */
export function removalOf({ text, lines }: IssueDocument, span: Span): Edit {
  const { start, end } = wholeLines(lines, span);
  let [from, to] = [start, end];
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  if (from > 0) return { start: from, end, newText: '' };
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  return { start, end: to, newText: '' };
}

/** How the lines of this text end: what a fix that adds a line must write. */
export function lineEndOf({ text, lines }: IssueDocument): string {
  return text.charCodeAt(lines.span(0).end) === 0x0d ? '\r\n' : '\n';
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x3000;
}
