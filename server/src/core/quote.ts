import type { Span } from './span';
import { visible } from './visible';

/** Code units shown on either side of a gap. */
const BESIDE_GAP = 6;

/** Code units of the longest words that are quoted in full. */
const LONGEST_QUOTE = 16;

/**
 * A gap with the words at both its ends, within their lines, for a message: `…跨越式高 | 质量发展…`. An ellipsis means that
 * the line goes on there.
 */
export function quoteGap(text: string, { start, end }: Span): string {
  const from = characterStart(text, Math.max(0, start - BESIDE_GAP));
  const to = characterStart(text, Math.min(text.length, end + BESIDE_GAP));
  const before =
    text
      .slice(from, start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(end, to).split(/[\r\n]/)[0] ?? '';
  const opening = from > 0 && before.length === start - from && !/[\r\n]/.test(text.charAt(from - 1)) ? '…' : '';
  const closing = to < text.length && after.length === to - end && !/[\r\n]/.test(text.charAt(to)) ? '…' : '';
  return `${opening}${visible(before)} | ${visible(after)}${closing}`;
}

/** The words of a span for a message; of long ones the beginning, with an ellipsis. */
export function quote(text: string, { start, end }: Span): string {
  if (end - start <= LONGEST_QUOTE) return visible(text.slice(start, end));
  return `${visible(text.slice(start, characterStart(text, start + LONGEST_QUOTE)))}…`;
}

/** The start of the character at an offset, so that a cut there leaves surrogate pairs whole. */
export function characterStart(text: string, offset: number): number {
  const isWithinPair = isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff);
  return isWithinPair && isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) ? offset - 1 : offset;
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}
