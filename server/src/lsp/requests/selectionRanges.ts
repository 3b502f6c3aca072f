import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionRanges as spansOf, type Segment } from '../../features/selectionRanges';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** The steps of “expand selection” at each position, chained from the smallest to the whole issue. */
export function selectionRanges({ analysis }: OpenIssue, positions: Position[], segment?: Segment): SelectionRange[] {
  const { lines } = analysis.document;
  return positions.map((position) => {
    const offset = lines.offsetAt({ line: position.line, column: position.character });
    const ranges = spansOf(analysis, offset, segment).map((span) => rangeOf(lines, span));
    const empty: SelectionRange = { range: { start: position, end: position } };
    return (
      ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => (parent ? { range, parent } : { range }),
        undefined,
      ) ?? empty
    );
  });
}
