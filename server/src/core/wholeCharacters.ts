import type { Span } from './span';

/** Marks on one character beyond which it may be cut: no writing has so many, and looking for more would take long. */
const MOST_MARKS = 30;

/**
 * Whether a text may be cut at an offset: not within a surrogate pair, and not before a combining mark or a variation
 * selector, which belongs to the character before it.
 */
export function isCharacterBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  if (code < FIRST_MARK || (code >= 0x3400 && code <= 0x9fff)) return true;
  if (isWithinPair(text, offset)) return false;
  return !MARK.test(String.fromCodePoint(text.codePointAt(offset) ?? 0)) || LINE_END.test(text.charAt(offset - 1));
}

/** The last place up to an offset at which the text may be cut. */
export function boundaryBefore(text: string, offset: number): number {
  let at = offset;
  for (let marks = 0; marks < MOST_MARKS && !isCharacterBoundary(text, at); marks++)
    at -= isWithinPair(text, at - 1) ? 2 : 1;
  return isWithinPair(text, at) ? at - 1 : at;
}

/** The first place from an offset on at which the text may be cut. */
export function boundaryAfter(text: string, offset: number): number {
  let at = offset;
  for (let marks = 0; marks < MOST_MARKS && !isCharacterBoundary(text, at); marks++)
    at += isWithinPair(text, at + 1) ? 2 : 1;
  return isWithinPair(text, at) ? at + 1 : at;
}

/** The shortest span around a span that cuts no character. */
export function wholeCharacters<Marked extends Span>(text: string, span: Marked): Marked {
  const start = boundaryBefore(text, span.start);
  const end = boundaryAfter(text, span.end);
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

/** The shortest span around a span that cuts no surrogate pair. Combining marks are not looked at. */
export function wholePairs<Marked extends Span>(text: string, span: Marked): Marked {
  const start = isWithinPair(text, span.start) ? span.start - 1 : span.start;
  const end = isWithinPair(text, span.end) ? span.end + 1 : span.end;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

/** Whether an offset is between the two code units of one character. */
export function isWithinPair(text: string, offset: number): boolean {
  return isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff) && isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff);
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

/** No mark comes before it in Unicode. */
const FIRST_MARK = 0x300;
const MARK = /^\p{M}$/u;
const LINE_END = /[\r\n]/;
