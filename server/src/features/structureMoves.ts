import type { Analysis } from '../analysis/analysis';
import type { Edit } from '../core/edit';
import { wholeLines } from '../core/lines';
import { textOf, type Span } from '../core/span';
import type { IssueDocument } from '../issue/model';

export type Direction = 'up' | 'down';

/** An edit that moves whole lines, and where they are after it. */
export interface Move {
  readonly edit: Edit;
  /** The offset at which the lines that were moved begin. */
  readonly start: number;
}

/** Moves the block at an offset across the block above or below it; undefined where there is none. */
export function movedBlock({ document }: Pick<Analysis, 'document'>, offset: number, to: Direction): Move | undefined {
  const { extent, other } = extentsAt(document, document.blocks, offset, to);
  return extent && other && moveAcross(document, extent, other);
}

/**
 * Moves the article at an offset across the one above or below it, or across the page mark that is between them, so that it
 * comes to be on the other page. Undefined where there is nothing to cross.
 */
export function movedArticle(
  { document }: Pick<Analysis, 'document'>,
  offset: number,
  to: Direction,
): Move | undefined {
  const { extent, other } = extentsAt(document, document.articles, offset, to);
  if (!extent) return undefined;
  const gap =
    to === 'up' ? { start: other?.end ?? 0, end: extent.start } : { start: extent.end, end: other?.start ?? Infinity };
  const between = document.blocks.filter(({ span }) => span.start >= gap.start && span.end <= gap.end);
  const [first, last] = [between[0], between.at(-1)];
  const isAtPageEnd = between.some(({ kind }) => kind === 'pageMark');
  // Nothing is above the mark of the first page, or below that of the last one.
  if (isAtPageEnd && other && first && last)
    return moveAcross(document, extent, wholeLines(document.lines, { start: first.span.start, end: last.span.end }));
  return other && moveAcross(document, extent, other);
}

/** The whole lines of the first item on the line of an offset, and those of the item above or below it, where there is one. */
function extentsAt(
  { lines }: IssueDocument,
  items: readonly { readonly span: Span }[],
  offset: number,
  to: Direction,
): { readonly extent?: Span; readonly other?: Span } {
  const line = wholeLines(lines, { start: offset, end: offset });
  const at = items.findIndex(({ span }) => span.start <= line.end && line.start <= span.end);
  const [item, neighbour] = [items[at], items[to === 'up' ? at - 1 : at + 1]];
  if (!item) return {};
  const extent = wholeLines(lines, item.span);
  return neighbour ? { extent, other: wholeLines(lines, neighbour.span) } : { extent };
}

/** Exchanges two stretches of lines; what is between them stays there. Undefined where they overlap. */
function moveAcross({ text }: IssueDocument, moved: Span, other: Span): Move | undefined {
  const [first, second] = moved.start < other.start ? [moved, other] : [other, moved];
  if (first.end >= second.start) return undefined;
  const between = text.slice(first.end, second.start);
  const newText = textOf(text, second) + between + textOf(text, first);
  const start = moved === second ? first.start : first.start + (second.end - second.start) + between.length;
  return { edit: { start: first.start, end: second.end, newText }, start };
}
