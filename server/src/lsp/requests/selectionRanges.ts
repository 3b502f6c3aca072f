import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionSpans, type Segment } from '../../features/selectionRanges';
import type { OpenIssue } from '../openIssues';
import { rangeOf } from '../ranges';

/** The steps of “expand selection” at each position, chained from the smallest to the whole issue. */
export function selectionRanges(
  { snapshot: { document } }: OpenIssue,
  positions: Position[],
  segment?: Segment,
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.lines.offsetAt({ line: position.line, column: position.character });
    const ranges = selectionSpans(document, offset, segment).map((span) => rangeOf(document.lines, span));
    const empty: SelectionRange = { range: { start: position, end: position } };
    return (
      ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => (parent ? { range, parent } : { range }),
        undefined,
      ) ?? empty
    );
  });
}
