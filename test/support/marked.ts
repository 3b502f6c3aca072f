import type { Span } from '../../server/src/core/span';

/** A text whose `⟦…⟧` marks have been taken out, and the spans that were between them. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Reads `⟦…⟧` marks. They do not nest; an empty pair marks a place. */
export function readMarks(marked: string): MarkedText {
  let text = '';
  const spans: Span[] = [];
  let start = -1;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') {
      if (start < 0) throw new Error(`⟧ without ⟦ in: ${marked}`);
      spans.push({ start, end: text.length });
      start = -1;
    } else text += character;
  }
  if (start >= 0) throw new Error(`⟦ without ⟧ in: ${marked}`);
  return { text, spans };
}

/** Puts the marks back, so that a failed comparison reads as text. Spans must not overlap. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return marked + text.slice(at);
}
