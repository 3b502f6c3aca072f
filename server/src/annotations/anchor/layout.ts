import type { Edit } from '../../core/edit';
import { hashOfSpan } from '../../core/hash';
import { linesOf } from '../../core/lines';
import { firstIndex } from '../../core/search';

/**
 * What is stored of the lines of a text so that spans can be found again without the text: a hash of each line without
 * its line ending, so that another program may change the endings, and its length with the ending.
 */
export interface Layout {
  readonly hashes: Uint32Array;
  /** In UTF-16 code units. */
  readonly lengths: Uint32Array;
}

/** The layout of a text. `\n`, `\r\n` and a lone `\r` end a line. */
export function layoutOf(text: string): Layout {
  const { count, span } = linesOf(text);
  const hashes = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  for (let line = 0; line < count; line++) {
    const { start, end } = span(line);
    const next = line + 1 < count ? span(line + 1).start : text.length;
    hashes[line] = hashOfSpan(text, { start, end });
    lengths[line] = next - start;
  }
  return { hashes, lengths };
}

/** The layout of a text after an edit, from the layout before it. Reads only the lines that the edit touches. */
export function layoutAfter(layout: Layout, { start, end, newText }: Edit, text: string): Layout {
  const starts = lineStartsOf(layout);
  // A line end of two characters may be split or made at the edges.
  const first = Math.max(0, lineAt(starts, start) - 1);
  const last = Math.min(layout.lengths.length - 1, lineAt(starts, end) + 1);
  const growth = newText.length - (end - start);
  const isAtEnd = last === layout.lengths.length - 1;
  const lines = layoutOf(text.slice(starts[first], (starts[last + 1] ?? 0) + growth));
  // Unless it is the last of the text, the empty line that follows a line end is not one.
  const count = isAtEnd ? lines.lengths.length : lines.lengths.length - 1;
  const joined = (whole: Uint32Array, part: Uint32Array): Uint32Array => {
    const result = new Uint32Array(first + count + whole.length - last - 1);
    result.set(whole.subarray(0, first));
    result.set(part.subarray(0, count), first);
    result.set(whole.subarray(last + 1), first + count);
    return result;
  };
  return { hashes: joined(layout.hashes, lines.hashes), lengths: joined(layout.lengths, lines.lengths) };
}

/** A key that distinguishes texts by their layouts; for texts of one document, never for security. */
export function keyOf({ hashes, lengths }: Layout): string {
  let first = FIRST;
  let second = PRIME;
  for (let line = 0; line < hashes.length; line++) {
    first = Math.imul(first ^ (hashes[line] ?? 0), PRIME);
    first = Math.imul(first ^ (lengths[line] ?? 0), PRIME);
    second = Math.imul(second ^ (hashes[line] ?? 0), MIXER) + (lengths[line] ?? 0);
  }
  return `${(first >>> 0).toString(36)}.${(second >>> 0).toString(36)}`;
}

/** The layout as the sidecar stores it: for each line, hash and length in base 36 with a dot between them. */
export function printLayout({ hashes, lengths }: Layout): string {
  return Array.from(hashes, (hash, line) => `${hash.toString(36)}.${(lengths[line] ?? 0).toString(36)}`).join(' ');
}

/** Reads what `printLayout` wrote; undefined if it is something else. */
export function readLayout(printed: string): Layout | undefined {
  if (!/^[0-9a-z]{1,7}\.[0-9a-z]{1,7}(?: [0-9a-z]{1,7}\.[0-9a-z]{1,7})*$/.test(printed)) return undefined;
  const lines = printed.split(' ').map((line) => line.split('.').map((number) => parseInt(number, 36)));
  return {
    hashes: Uint32Array.from(lines, ([hash = 0]) => hash),
    lengths: Uint32Array.from(lines, ([, length = 0]) => length),
  };
}

/** Where each line begins, in code units, and after the last the length of the whole text. */
export function lineStartsOf({ lengths }: Layout): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let line = 0; line < lengths.length; line++) starts[line + 1] = (starts[line] ?? 0) + (lengths[line] ?? 0);
  return starts;
}

/** The line of an offset, from where each line begins and where the last ends. */
export function lineAt(starts: Uint32Array, offset: number): number {
  return Math.max(0, firstIndex(starts.length - 1, (line) => (starts[line] ?? 0) > offset) - 1);
}

/** FNV-1a over the numbers of a layout. */
const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;
const MIXER = 0x85ebca6b;
