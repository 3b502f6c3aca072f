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
    if (isWritten(content)) yield { line, text: content };
    start = end + 1;
  }
}

/** Whether a line says something. */
export function isWritten(line: string): boolean {
  return line !== '' && !line.startsWith('#') && line.trim() !== '';
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function withoutReturn(text: string, start: number, end: number): string {
  return text.slice(start, text.charCodeAt(end - 1) === 0x0d && end > start ? end - 1 : end);
}
