import type { FoldingRange } from 'vscode-languageserver';
import { foldingSpans } from '../../features/folding';
import type { OpenIssue } from '../openIssues';

/** What can be folded, in whole lines. */
export function foldingRanges({ snapshot: { document } }: OpenIssue): FoldingRange[] {
  return foldingSpans(document)
    .map(({ start, end }) => ({
      startLine: document.lines.positionAt(start).line,
      endLine: document.lines.positionAt(end).line,
    }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
