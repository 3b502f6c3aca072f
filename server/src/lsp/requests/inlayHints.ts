import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import { inlayHints as hintsOf, type InlayHintChoice } from '../../features/inlayHints';
import type { OpenIssue } from '../session/openIssues';
import { spanOf } from '../ranges';

/** The hints of a part of the issue. */
export function inlayHints({ analysis }: OpenIssue, range: Range, choice: InlayHintChoice): InlayHint[] {
  if (!choice.dates && !choice.posts) return [];
  const { lines } = analysis.document;
  return hintsOf(analysis, spanOf(lines, range), choice).map(({ offset, text }) => {
    const { line, column } = lines.positionAt(offset);
    return { position: { line, character: column }, label: text, kind: InlayHintKind.Type, paddingLeft: true };
  });
}
