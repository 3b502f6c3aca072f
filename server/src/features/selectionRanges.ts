import { covers, type Span } from '../core/span';
import type { IssueDocument } from '../issue/model';

/** Cuts a text into words that together make up the text. */
export type Segment = (text: string) => readonly string[];

/** What “expand selection” takes step by step at an offset, the smallest first, each within the next. */
export function selectionSpans(document: IssueDocument, offset: number, segment?: Segment): Span[] {
  const at = { start: offset, end: offset };
  const block = document.blocks.find(({ content }) => covers(content, at));
  const article = document.articles.find(({ span }) => covers(span, at));
  const word = block && segment ? wordAt(document.text, block.content, offset, segment) : undefined;
  return [word, block?.content, article?.span, { start: 0, end: document.text.length }].filter((span) => span !== undefined);
}

function wordAt(text: string, within: Span, offset: number, segment: Segment): Span | undefined {
  let start = within.start;
  for (const word of segment(text.slice(within.start, within.end))) {
    const end = start + word.length;
    if (offset < end) return { start, end };
    start = end;
  }
  return undefined;
}
