import type { Analysis } from '../analysis/analysis';
import type { Edit } from '../core/edit';
import type { Span } from '../core/span';
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
  const extents = document.blocks.map(({ span }) => linesOf(document, span));
  const at = extents.findIndex((extent) => contains(extent, offset));
  const other = extents[to === 'up' ? at - 1 : at + 1];
  const extent = extents[at];
  return extent && other && moveAcross(document, extent, other);
}

/**
 * Moves the article at an offset across the one above or below it, or across the page mark that is between them, so that it
 * comes to stand on the other page. Undefined where there is nothing to cross.
 */
export function movedArticle(
  { document }: Pick<Analysis, 'document'>,
  offset: number,
  to: Direction,
): Move | undefined {
  const extents = document.articles.map(({ span }) => linesOf(document, span));
  const at = extents.findIndex((extent) => contains(extent, offset));
  const extent = extents[at];
  const other = extents[to === 'up' ? at - 1 : at + 1];
  if (!extent) return undefined;
  const gap =
    to === 'up' ? { start: other?.end ?? 0, end: extent.start } : { start: extent.end, end: other?.start ?? Infinity };
  const between = document.blocks.filter(({ span }) => span.start >= gap.start && span.end <= gap.end);
  const [first, last] = [between[0], between.at(-1)];
  const isAtPageEnd = between.some(({ kind }) => kind === 'pageMark');
  // Nothing is above the mark of the first page, or below that of the last one.
  if (isAtPageEnd && other && first && last)
    return moveAcross(document, extent, linesOf(document, { start: first.span.start, end: last.span.end }));
  return other && moveAcross(document, extent, other);
}

/** Exchanges two stretches of lines; what is between them stays there. Undefined where they overlap. */
function moveAcross({ text }: IssueDocument, moved: Span, other: Span): Move | undefined {
  const [first, second] = moved.start < other.start ? [moved, other] : [other, moved];
  if (first.end >= second.start) return undefined;
  const words = (span: Span): string => text.slice(span.start, span.end);
  const between = words({ start: first.end, end: second.start });
  const newText = words(second) + between + words(first);
  const start = moved === second ? first.start : first.start + words(second).length + between.length;
  return { edit: { start: first.start, end: second.end, newText }, start };
}

/** The whole lines that contain a span, without the line ending of the last. */
function linesOf({ lines }: IssueDocument, { start, end }: Span): Span {
  return {
    start: lines.span(lines.positionAt(start).line).start,
    end: lines.span(lines.positionAt(end).line).end,
  };
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
