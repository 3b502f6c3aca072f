/** A line that says something: neither empty nor a remark. */
export interface WrittenLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** The lines of a dictionary that are neither empty nor begin with `#`, without their line ends and byte order mark. */
export function* writtenLines(text: string): Generator<WrittenLine> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; start < text.length; line++) {
    const end = endOfLine(text, start);
    const content = withoutReturn(text, start, end);
    if (content !== '' && !content.startsWith('#') && content.trim() !== '') yield { line, text: content };
    start = end + 1;
  }
}

/** Where each line of a text begins, so that any of them can be read alone. */
export function lineStartsOf(text: string): Uint32Array {
  let starts = new Uint32Array(1024);
  let lines = 0;
  for (let start = 0; start < text.length; start = endOfLine(text, start) + 1) {
    if (lines === starts.length) {
      const longer = new Uint32Array(2 * lines);
      longer.set(starts);
      starts = longer;
    }
    starts[lines++] = start;
  }
  return starts.slice(0, lines);
}

/** The line that begins at an offset, without its line end. */
export function lineFrom(text: string, start: number): string {
  return withoutReturn(text, start, endOfLine(text, start));
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function withoutReturn(text: string, start: number, end: number): string {
  return text.slice(start, text.charCodeAt(end - 1) === 0x0d && end > start ? end - 1 : end);
}
