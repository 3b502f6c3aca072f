import { isDigit, isHan, isLatin } from '../../core/characters';
import { hashOfSpan } from '../../core/hash';
import { linesOf } from '../../core/lines';
import type { Span } from '../../core/span';
import { boundaryBefore } from '../../core/wholeCharacters';
import type { LineReference } from '../../source/sidecar/schema';
import { blockSpans } from '../blocks';
import { piecesWithin } from '../tagBreaks';

/** The lines of a text that decisions can refer to: each is the span of one block. Blank lines are left out. */
export interface PrintedLines {
  readonly text: string;
  readonly spans: readonly Span[];
  /**
   * Of the letters and digits of each line. Marks, white space and the width of characters do not count, because repairs
   * change them in hundreds of lines at once.
   */
  readonly hashes: Uint32Array;
  /** The lines with a hash, in order. */
  linesWith(hash: number): readonly number[];
}

/** How many lines above a line, and below it, belong to its reference. */
const NEIGHBOURS = 3;

/** Code units of a line that its reference quotes. */
const QUOTED = 60;

/** The printed lines of a text, cut as `parseIssue` cuts its blocks. */
export function printedLinesOf(text: string): PrintedLines {
  const spans = blockSpans(text, linesOf(text)).flatMap((span) => piecesWithin(text, span) ?? span);
  const hashes = Uint32Array.from(spans, (span) => hashOfWords(text, span));
  const places = new Map<number, number[]>();
  hashes.forEach((hash, line) => {
    const known = places.get(hash);
    if (known) known.push(line);
    else places.set(hash, [line]);
  });
  return { text, spans, hashes, linesWith: (hash) => places.get(hash) ?? [] };
}

/** The lines that a span touches, by their indexes; an empty span touches the line that it is on, white space included. */
export function linesTouching({ text, spans }: PrintedLines, { start, end }: Span): readonly number[] {
  const breakBefore = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  const isOneLine = start === end;
  const from = isOneLine ? breakBefore + 1 : start;
  const lineEnd = /[\r\n]/.exec(text.slice(end));
  const to = isOneLine ? (lineEnd ? end + lineEnd.index : text.length) : end;
  const touched = spans.flatMap((span, line) => (span.start < to && span.end > from ? [line] : []));
  // Of several on one line, the one at the place.
  const exact = touched.filter((line) => (spans[line]?.start ?? 0) <= start && start <= (spans[line]?.end ?? 0));
  return isOneLine ? (exact.length > 0 ? exact : touched).slice(0, 1) : touched;
}

/** The reference to a line, by its index. */
export function referenceTo(lines: PrintedLines, line: number): LineReference {
  const hash = lines.hashes[line] ?? 0;
  const { above, below } = neighboursOf(lines, line);
  const same = lines.linesWith(hash);
  const reference = {
    text: quoteOf(lines, line),
    hash: printHash(hash),
    above: above.map(printHash),
    below: below.map(printHash),
  };
  if (same.length === 1) return reference;
  const isAlike = (other: number): boolean => sharedNeighbours(lines, other, reference) === above.length + below.length;
  const isRepeated = same.some((other) => other !== line && isAlike(other));
  return {
    ...reference,
    count: same.length,
    occurrence: same.indexOf(line),
    ...(isRepeated ? { repeated: true } : {}),
  };
}

/** How many of the neighbours that a reference names are also around a line, on the same side of it. */
export function sharedNeighbours(
  lines: PrintedLines,
  line: number,
  reference: Pick<LineReference, 'above' | 'below'>,
): number {
  const { above, below } = neighboursOf(lines, line);
  return shared(reference.above, above) + shared(reference.below, below);
}

/** The first words of a line. */
export function quoteOf({ text, spans }: PrintedLines, line: number): string {
  const { start, end } = spans[line] ?? { start: 0, end: 0 };
  return text.slice(start, boundaryBefore(text, Math.min(end, start + QUOTED)));
}

/** The hash in a reference; NaN where it is none. */
export function readHash(printed: string): number {
  return parseInt(printed, 36);
}

function printHash(hash: number): string {
  return hash.toString(36);
}

function neighboursOf({ hashes }: PrintedLines, line: number): { readonly above: number[]; readonly below: number[] } {
  return {
    above: Array.from(hashes.subarray(Math.max(0, line - NEIGHBOURS), line)).reverse(),
    below: Array.from(hashes.subarray(line + 1, line + 1 + NEIGHBOURS)),
  };
}

function shared(wanted: readonly string[], found: readonly number[]): number {
  const left = found.map(printHash);
  return wanted.filter((hash) => {
    const at = left.indexOf(hash);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** The hash of the letters and digits of a line; where it has none, of all its characters. */
function hashOfWords(text: string, span: Span): number {
  let hash = 0x811c9dc5;
  let isEmpty = true;
  for (let at = span.start; at < span.end; at++) {
    const code = narrowed(text.charCodeAt(at));
    if (!isWordUnit(code)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
    isEmpty = false;
  }
  return isEmpty ? hashOfSpan(text, span) : hash >>> 0;
}

/** The code unit in half width, where it is a letter or a digit in full width. */
function narrowed(code: number): number {
  return code >= 0xff10 && code <= 0xff5a ? code - 0xfee0 : code;
}

function isWordUnit(code: number): boolean {
  if (isHan(code) || isDigit(code) || isLatin(code)) return true;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code >= 0x80 && (isSurrogate || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)));
}
