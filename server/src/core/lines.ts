import type { Span } from './span';

/** A place in a text: line and column are 0-based, the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text: `\n`, `\r\n` and a lone `\r` each end one. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Span of a line without its line ending; an empty span at the end of the text where there is no such line. */
  span(line: number): Span;
  /** The line and column of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of a line and column; both are moved into the text where they are outside. */
  offsetAt(position: Position): number;
}

/** Splits a text into lines once; look-ups are then logarithmic. */
export function linesOf(text: string): Lines {
  const { starts, ends } = text.includes('\r') ? boundsOfAnyLines(text) : boundsOfPlainLines(text);

  const startOf = (line: number): number => starts[line] ?? text.length;
  const endOf = (line: number): number => ends[line] ?? text.length;
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    text,
    count: starts.length,
    span: (line) => ({ start: startOf(line), end: endOf(line) }),
    positionAt(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = lineAt(inside);
      return { line, column: inside - startOf(line) };
    },
    offsetAt({ line, column }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(column, 0), endOf(line));
    },
  };
}

/** The span of the whole lines that a span touches, without the line ending of the last. */
export function wholeLines(lines: Lines, { start, end }: Span): Span {
  return {
    start: lines.span(lines.positionAt(start).line).start,
    end: lines.span(lines.positionAt(end).line).end,
  };
}

/** The text with each line ending, and the white space around it, replaced with one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space));
}

/** Where each line starts, and where it ends without its line ending. */
interface Bounds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Of a text whose lines all end in `\n`. A search skips what is between faster than a loop. */
function boundsOfPlainLines(text: string): Bounds {
  const starts = [0];
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    ends.push(at);
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { starts, ends };
}

function boundsOfAnyLines(text: string): Bounds {
  const starts = [0];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    ends.push(at);
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { starts, ends };
}
