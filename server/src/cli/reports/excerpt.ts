import type { Span } from '../../core/span';
import type { IssueDocument } from '../../issue/model';

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
 * The words around a span, within its lines. Carets do not align under full-width characters, so the span stands
 * apart for the caller to mark. Line ends within the span are shown as ⏎.
 */
export function excerptOf({ text, lines }: IssueDocument, { start, end }: Span): Excerpt {
  const first = lines.span(lines.positionAt(start).line);
  const last = lines.span(lines.positionAt(end).line);
  const from = wholeCharacter(text, Math.max(first.start, start - AROUND));
  const to = wholeCharacter(text, Math.max(end, Math.min(last.end, end + AROUND)));
  const marked = text.slice(start, end);
  return {
    before: (from > first.start ? '…' : '') + visible(text.slice(from, start)),
    marked: visible(marked.length > MARKED ? `${marked.slice(0, MARKED / 2)}…${marked.slice(-MARKED / 2)}` : marked),
    after: visible(text.slice(end, to)) + (to < last.end ? '…' : ''),
  };
}

function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

/** Control characters by their pictures (U+2400 and on): raw ones would command the terminal. */
function visible(text: string): string {
  return text
    .replace(/\r?\n/g, '⏎')
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '␦');
}
