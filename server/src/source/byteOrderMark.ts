/** A text as an editor has it: it keeps a byte order mark to itself. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
