import { InlayHintKind, type InlayHint } from 'vscode-languageserver';
import type { Span } from '../../core/span';
import { visible } from '../../core/visible';
import { inlayHints as hintsOf, type InlayHintChoice } from '../../features/inlayHints';
import { positionOf } from '../ranges';
import type { OpenIssue } from '../session/openIssues';

/** The hints of a part of the issue. */
export function inlayHints({ analysis }: OpenIssue, within: Span, choice: InlayHintChoice): InlayHint[] {
  if (!choice.dates && !choice.posts) return [];
  const { lines } = analysis.document;
  return hintsOf(analysis, within, choice).map(({ offset, text }) => ({
    position: positionOf(lines, offset),
    label: visible(text),
    kind: InlayHintKind.Type,
    paddingLeft: true,
  }));
}
