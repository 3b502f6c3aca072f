/** A half-open range `[start, end)` of UTF-16 code units, 0-based, in the raw text unless a name says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span moved by `offset` code units (to place what was found in a block into the whole text). */
export function shiftSpan(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** Whether `inner` is within `outer`; a span covers itself. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit, or an empty one is strictly inside the other. */
export function overlaps(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}

/** The text that the span marks. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Order by start, the longer first where two start together: an enclosing span comes before what it encloses. */
export function compareSpans(first: Span, second: Span): number {
  return first.start - second.start || second.end - first.end;
}

/** The smallest span that covers all of these; from Infinity to -Infinity where there are none. */
export function enclosingSpan(spans: readonly Span[]): Span {
  // Not Math.min(...starts): a call takes a hundred thousand arguments at most.
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: spans.reduce((most, { end }) => Math.max(most, end), -Infinity),
  };
}

/** The span without the white space at both its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000 || code === 0xa0 || code === 0xfeff;
}

/** Tells the span that a position is in, for positions that only go up. The spans are in order and do not overlap. */
export function createSpanLookup<One extends Span>(spans: readonly One[]): (at: number) => One | undefined {
  let next = 0;
  return (at) => {
    while ((spans[next]?.end ?? Infinity) <= at) next++;
    const span = spans[next];
    return span && span.start <= at ? span : undefined;
  };
}
