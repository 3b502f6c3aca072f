import type { DocumentHighlight } from 'vscode-languageserver';
import { documentHighlights as spansOf } from '../../features/documentHighlights';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** Every place in the issue that names the same as the one at the cursor. */
export function documentHighlights({ analysis }: OpenIssue, offset: number): DocumentHighlight[] {
  const { lines } = analysis.document;
  return spansOf(analysis, offset).map((span) => ({
    range: rangeOf(lines, span),
  }));
}
