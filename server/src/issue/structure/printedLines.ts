import { once } from '../../core/cache';
import { isChineseMark, isDigit, isHan, isLatin } from '../../core/characters';
import { groupBy } from '../../core/groups';
import { EMPTY_HASH, hashOfSpan, hashWith } from '../../core/hash';
import { linesOf, wholeLines, type Lines } from '../../core/lines';
import { firstIndex } from '../../core/search';
import type { Span } from '../../core/span';
import { boundaryBefore } from '../../core/wholeCharacters';
import type { LineReference } from '../../source/sidecar/schema';
import { blockSpans } from '../blocks';
import { piecesWithin } from '../tagBreaks';

/** The lines of a text that decisions can refer to: each is the span of one block. Blank lines are left out. */
export interface PrintedLines {
  readonly text: string;
  /** The lines of the text as its line endings divide it, blank ones too. */
  readonly lines: Lines;
  /** In the order of the text; none overlap. */
  readonly spans: readonly Span[];
  /**
   * Of the letters and digits of each line. Marks, white space and the width of characters do not count, because repairs
   * change them in hundreds of lines at once. Computed when they are first read.
   */
  readonly hashes: Uint32Array;
  /** The lines with a hash, in order. */
  linesWith(hash: number): readonly number[];
}

/** How many lines above a line, and below it, belong to its reference. */
export const NEIGHBOURS = 3;

/** Code units of a line that its reference quotes. */
const QUOTED = 60;

/** The printed lines of a text, cut as `parseIssue` cuts its blocks. */
export function printedLinesOf(text: string): PrintedLines {
  const lines = linesOf(text);
  const spans = blockSpans(text, lines).flatMap((span) => piecesWithin(text, span) ?? span);
  const hashes = once(() => Uint32Array.from(spans, (span) => hashOfWords(text, span)));
  const places = once(() => groupBy(hashes().keys(), (line) => hashes()[line]));
  return {
    text,
    lines,
    spans,
    get hashes() {
      return hashes();
    },
    linesWith: (hash) => places().get(hash) ?? [],
  };
}

/** The lines that a span touches, by their indexes; an empty span touches the line that it is on, white space included. */
export function linesTouching({ lines, spans }: PrintedLines, place: Span): readonly number[] {
  const { start, end } = place;
  if (start < end) return linesWithin(spans, place);
  const touched = linesWithin(spans, wholeLines(lines, place));
  // Of several on one line, the one at the place.
  const exact = touched.filter((line) => (spans[line]?.start ?? 0) <= start && start <= (spans[line]?.end ?? 0));
  return (exact.length > 0 ? exact : touched).slice(0, 1);
}

/** The indexes of the spans that share at least one code unit with another one. */
function linesWithin(spans: readonly Span[], { start, end }: Span): readonly number[] {
  const first = firstIndex(spans.length, (line) => (spans[line]?.end ?? 0) > start);
  const next = firstIndex(spans.length, (line) => (spans[line]?.start ?? 0) >= end);
  return Array.from({ length: Math.max(0, next - first) }, (_, at) => first + at);
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
  let hash = EMPTY_HASH;
  let isEmpty = true;
  for (let at = span.start; at < span.end; at++) {
    const code = narrowed(text.charCodeAt(at));
    if (!isWordUnit(code)) continue;
    hash = hashWith(hash, code);
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
  // Not by the property escape, which is slow: no such mark is a letter or a number.
  if (isChineseMark(code)) return false;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code >= 0x80 && (isSurrogate || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)));
}
