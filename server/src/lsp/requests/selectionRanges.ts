import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges as spansOf, type Segment } from '../../features/selectionRanges';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** The steps of “expand selection” at each offset, chained from the smallest to the whole issue. */
export function selectionRanges(
  { analysis }: OpenIssue,
  offsets: readonly number[],
  segment?: Segment,
): SelectionRange[] {
  const { lines } = analysis.document;
  return offsets.map((offset) => {
    const ranges = spansOf(analysis, offset, segment).map((span) => rangeOf(lines, span));
    const empty: SelectionRange = { range: rangeOf(lines, { start: offset, end: offset }) };
    return (
      ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => (parent ? { range, parent } : { range }),
        undefined,
      ) ?? empty
    );
  });
}
