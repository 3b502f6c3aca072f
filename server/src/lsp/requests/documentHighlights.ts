import type { DocumentHighlight, Position } from 'vscode-languageserver';
import { documentHighlights as spansOf } from '../../features/documentHighlights';
import type { OpenIssue } from '../session/openIssues';
import { offsetOf, rangeOf } from '../ranges';

/** Every place in the issue that names the same as the one at the cursor. */
export function documentHighlights({ analysis }: OpenIssue, position: Position): DocumentHighlight[] {
  const { lines } = analysis.document;
  return spansOf(analysis, offsetOf(lines, position)).map((span) => ({
    range: rangeOf(lines, span),
  }));
}
