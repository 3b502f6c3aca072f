import type { Analysis } from '../../../analysis/analysis';
import type { Span } from '../../../core/span';
import { boundaryAfter, boundaryBefore } from '../../../core/wholeCharacters';
import { selectionRanges, type Segment } from '../../../features/selectionRanges';

/** How an annotation is to be resized. */
interface Resizing {
  readonly edge: 'start' | 'end';
  readonly unit: 'character' | 'word';
  readonly grow: boolean;
}

/** A span with one edge moved by a character or by a word. It stays in its lines, and one character long. */
export function resizedSpan(analysis: Analysis, span: Span, resizing: Resizing, segment?: Segment): Span {
  const { edge, unit, grow } = resizing;
  const { text } = analysis.document;
  const isForwards = (edge === 'end') === grow;
  const from = edge === 'end' ? span.end : span.start;
  const to = isForwards ? after(analysis, from, unit, segment) : before(analysis, from, unit, segment);
  if (grow && /[\r\n]/.test(text.slice(Math.min(from, to), Math.max(from, to)))) return span;
  const resized = edge === 'end' ? { start: span.start, end: to } : { start: to, end: span.end };
  return resized.start < resized.end ? resized : span;
}

function after({ document, ...rest }: Analysis, offset: number, unit: Resizing['unit'], segment?: Segment): number {
  const { text } = document;
  const next = boundaryAfter(text, Math.min(text.length, offset + 1));
  const word = unit === 'word' ? wordAt({ document, ...rest }, offset, segment) : undefined;
  return word && word.end > offset ? word.end : next;
}

function before({ document, ...rest }: Analysis, offset: number, unit: Resizing['unit'], segment?: Segment): number {
  const { text } = document;
  const last = boundaryBefore(text, Math.max(0, offset - 1));
  const word = unit === 'word' ? wordAt({ document, ...rest }, last, segment) : undefined;
  return word && word.start < offset ? word.start : last;
}

/** The word at an offset: the smallest step of “expand selection”. */
export function wordAt(analysis: Pick<Analysis, 'document'>, offset: number, segment?: Segment): Span | undefined {
  return segment && selectionRanges(analysis, offset, segment)[0];
}
