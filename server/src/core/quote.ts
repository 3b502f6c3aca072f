import type { Span } from './span';
import { visible } from './visible';
import { boundaryBefore } from './wholeCharacters';

/** Code units shown on either side of a gap. */
const BESIDE_GAP = 6;

/** Code units of the longest words that are quoted in full. */
const LONGEST_QUOTE = 16;

/**
 * A gap with the words at both its ends, within their lines, for a message: `…跨越式高 | 质量发展…`. An ellipsis means that
 * the line goes on there.
 */
export function quoteGap(text: string, { start, end }: Span): string {
  const from = boundaryBefore(text, Math.max(0, start - BESIDE_GAP));
  const to = boundaryBefore(text, Math.min(text.length, end + BESIDE_GAP));
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
  return `${visible(text.slice(start, boundaryBefore(text, start + LONGEST_QUOTE)))}…`;
}
