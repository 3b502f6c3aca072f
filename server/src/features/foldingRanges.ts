import type { Analysis } from '../analysis/analysis';
import type { Span } from '../core/span';
import type { Block, IssueDocument } from '../issue/model';

/** What can be folded, each from its first line to its last: marked pages, articles, and furniture of several lines. */
export function foldingRanges({ document }: Pick<Analysis, 'document'>): Span[] {
  const pages = document.pages
    .filter(({ mark }) => mark)
    .map(({ span, mark }) => ({ ...span, start: mark?.span.start ?? span.start }));
  const articles = document.articles.map(({ span }) => span);
  return [...pages.map((page) => withoutBlankEnd(document, page)), ...articles, ...furniture(document.blocks)];
}

/** A page lasts until the next page's mark; the blank lines before that stay in sight. */
function withoutBlankEnd({ text }: IssueDocument, { start, end }: Span): Span {
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end };
}

/** Mastheads and lists of editors: furniture of two lines or more in a row. */
function furniture(blocks: readonly Block[]): Span[] {
  const runs: { start: number; end: number; lines: number }[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    const run = runs.at(-1);
    if (block.kind === 'furniture') {
      if (run && previous?.kind === 'furniture') [run.end, run.lines] = [block.span.end, run.lines + 1];
      else runs.push({ ...block.span, lines: 1 });
    }
    previous = block;
  }
  return runs.filter(({ lines }) => lines > 1).map(({ start, end }) => ({ start, end }));
}
