import type { DocumentHighlight, Position } from 'vscode-languageserver';
import { highlights } from '../../features/highlights';
import type { OpenIssue } from '../openIssues';
import { offsetOf, rangeOf } from '../ranges';

/** Every place in the issue that names the same as the one at the cursor. */
export function documentHighlights({ service, snapshot }: OpenIssue, position: Position): DocumentHighlight[] {
  const { lines } = snapshot.document;
  return highlights(service.mentions(snapshot).mentions, offsetOf(lines, position)).map((span) => ({
    range: rangeOf(lines, span),
  }));
}
