import { wholeLines } from '../core/lines';
import { textOf, type Span } from '../core/span';
import { visible } from '../core/visible';
import { boundaryAfter, boundaryBefore } from '../core/wholeCharacters';
import type { IssueDocument } from './model';

/** A finding with the words around it, all on one line and safe to show on a terminal. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Code units shown on either side of a finding, and of the finding itself. */
const AROUND = 24;
const MARKED = 60;

/**
 * The words around a span, within its lines. Carets do not align under full-width characters, so the span is
 * apart for the caller to mark. Line ends within the span are shown as ⏎.
 */
export function excerptOf({ text, lines }: IssueDocument, span: Span): Excerpt {
  const { start, end } = span;
  const whole = wholeLines(lines, span);
  const from = boundaryBefore(text, Math.max(whole.start, start - AROUND));
  const to = boundaryBefore(text, Math.max(end, Math.min(whole.end, end + AROUND)));
  const marked = textOf(text, span);
  return {
    before: (from > whole.start ? '…' : '') + visible(text.slice(from, start)),
    marked: visible(shortened(marked)),
    after: visible(text.slice(end, to)) + (to < whole.end ? '…' : ''),
  };
}

function shortened(marked: string): string {
  if (marked.length <= MARKED) return marked;
  const beginning = marked.slice(0, boundaryBefore(marked, MARKED / 2));
  return `${beginning}…${marked.slice(boundaryAfter(marked, marked.length - MARKED / 2))}`;
}
