import type { Position, Range } from 'vscode-languageserver/node';
import { linesOf } from '../../server/src/core/lines';
import type { Span } from '../../server/src/core/span';

/** The ways in which clients count columns. */
export const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** How many units some words without half surrogate pairs have. */
export function lengthIn(encoding: Encoding, words: string): number {
  if (encoding === 'utf-16') return words.length;
  return encoding === 'utf-8' ? Buffer.byteLength(words) : [...words].length;
}

/** The range of a span of a text as a client sends it. */
export function rangeIn(encoding: Encoding, text: string, { start, end }: Span): Range {
  const lines = linesOf(text);
  const position = (offset: number): Position => {
    const { line } = lines.positionAt(offset);
    return { line, character: lengthIn(encoding, text.slice(lines.span(line).start, offset)) };
  };
  return { start: position(start), end: position(end) };
}

/** The offset of a position that a client has been sent. Throws where it is not between two characters of the text. */
export function offsetIn(encoding: Encoding, text: string, { line, character }: Position): number {
  const lines = linesOf(text);
  const { start, end } = line < lines.count ? lines.span(line) : { start: text.length, end: text.length };
  let at = start;
  for (const one of text.slice(start, end)) {
    if (lengthIn(encoding, text.slice(start, at)) >= character) break;
    at += one.length;
  }
  if (lengthIn(encoding, text.slice(start, at)) !== character)
    throw new Error(`No ${encoding} position: ${String(line)}:${String(character)}`);
  return at;
}
