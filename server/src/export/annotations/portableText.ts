import { firstIndex } from '../../core/search';
import type { Span } from '../../core/span';
import { offsetsOf } from '../offsets';

/** The text of an issue as other annotation tools read it, and its offsets as they count them. */
export interface PortableText {
  /** Without a byte order mark, its lines ended by `\n`. */
  readonly text: string;
  /** The words of a span of the raw text, as the text has them. */
  readonly words: (span: Span) => string;
  /** The offset in code points for an offset of the raw text in UTF-16 code units. */
  readonly at: (offset: number) => number;
}

/** Makes the portable text. Tools that are written in Python read `\r\n` as one character. */
export function portableText(raw: string): PortableText {
  const offsets = offsetsOf(raw, 'codepoint');
  const left: number[] = raw.startsWith('\uFEFF') ? [0] : [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) left.push(at);
  const removedBefore = (offset: number): number => firstIndex(left.length, (index) => (left[index] ?? 0) >= offset);
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return {
    text,
    words: ({ start, end }) => text.slice(start - removedBefore(start), end - removedBefore(end)),
    at: (offset) => offsets.at(offset) - removedBefore(offset),
  };
}
