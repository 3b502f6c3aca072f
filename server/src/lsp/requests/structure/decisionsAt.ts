import type { Span } from '../../../core/span';
import type { IssueDocument } from '../../../issue/model';
import type { PlacedDecision } from '../../../issue/structure/model';
import { linesTouching, type PrintedLines } from '../../../issue/structure/printedLines';
import { articleFinderOf } from './articleFinderOf';

/** The decisions about the lines at a place; if there are none, those about its article. */
export function decisionsAt(document: IssueDocument, lines: PrintedLines, here: Span): readonly PlacedDecision[] {
  const { placed } = document.handMade;
  if (placed.length === 0) return [];
  const starts = new Set(linesTouching(lines, here).map((line) => lines.spans[line]?.start));
  const onLines = placed.filter(({ span, to }) => starts.has(span.start) || starts.has(to?.start));
  if (onLines.length > 0) return onLines;
  const [line] = linesTouching(lines, here);
  const article = articleFinderOf(document)(lines.spans[line ?? -1]?.start ?? here.start);
  if (!article) return [];
  const isWithin = (span: Span | undefined): boolean =>
    span !== undefined && span.start >= article.span.start && span.start < article.span.end;
  return placed.filter(({ span, to }) => isWithin(span) || isWithin(to));
}
