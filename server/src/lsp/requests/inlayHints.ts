import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import { inlayHints, type InlayHintChoice, type InlayHintSources } from '../../features/inlayHints';
import type { OpenIssue } from '../openIssues';
import { spanOf } from '../ranges';

/** The hints of a part of the issue. */
export function hintsWithin(
  { service, snapshot }: OpenIssue,
  range: Range,
  choice: InlayHintChoice,
  sources: InlayHintSources,
): InlayHint[] {
  if (!choice.dates && !choice.posts) return [];
  const { lines } = snapshot.document;
  return inlayHints(service.mentions(snapshot).mentions, spanOf(lines, range), choice, sources).map(
    ({ offset, text }) => {
      const { line, column } = lines.positionAt(offset);
      return { position: { line, character: column }, label: text, kind: InlayHintKind.Type, paddingLeft: true };
    },
  );
}
