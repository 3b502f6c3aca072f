import type { FoldingRange } from 'vscode-languageserver';
import { foldingRanges as spansOf } from '../../features/foldingRanges';
import type { OpenIssue } from '../session/openIssues';

/** What can be folded, in whole lines. */
export function foldingRanges({ analysis }: OpenIssue): FoldingRange[] {
  const { lines } = analysis.document;
  return spansOf(analysis)
    .map(({ start, end }) => ({
      startLine: lines.positionAt(start).line,
      endLine: lines.positionAt(end).line,
    }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
