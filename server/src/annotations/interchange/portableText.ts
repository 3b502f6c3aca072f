import { codePointsOf } from '../../core/codePoints';
import { firstIndex } from '../../core/search';
import type { Span } from '../../core/span';

/** A text as other annotation tools read it, and how offsets in it correspond to those of the raw text. */
export interface PortableText {
  /** Without a byte order mark, its lines ended by `\n`. */
  readonly text: string;
  /** The words of a span of the raw text, as the text has them. */
  readonly words: (span: Span) => string;
  /** The offset in code points of `text` for an offset of the raw text in UTF-16 code units. */
  readonly at: (offset: number) => number;
  /** The span of `text`, in UTF-16 code units, for one of the raw text. */
  readonly spanOf: (raw: Span) => Span;
  /** The span of the raw text for one of `text`, both in UTF-16 code units. */
  readonly rawSpanOf: (span: Span) => Span;
}

/** Makes the portable text. Tools that are written in Python read `\r\n`, and `\r` alone, as `\n`. Portable text stays as it is. */
export function portableText(raw: string): PortableText {
  const mark = /^\uFEFF*/.exec(raw)?.[0].length ?? 0;
  const returns: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) returns.push(at);
  const text = raw.slice(mark).replace(/\r\n?/g, '\n');
  const points = codePointsOf(text);
  const unitAt = (offset: number): number =>
    offset - Math.min(mark, offset) - firstIndex(returns.length, (index) => (returns[index] ?? 0) >= offset);
  const rawAt = (unit: number): number =>
    unit + mark + firstIndex(returns.length, (index) => (returns[index] ?? 0) - index - mark >= unit);
  const spanOf = ({ start, end }: Span): Span => ({ start: unitAt(start), end: unitAt(end) });
  return {
    text,
    words: (span) => text.slice(unitAt(span.start), unitAt(span.end)),
    at: (offset) => points.at(unitAt(offset)),
    spanOf,
    rawSpanOf: ({ start, end }) => ({ start: rawAt(start), end: rawAt(end) }),
  };
}
