import { SemanticTokensBuilder, type SemanticTokens } from 'vscode-languageserver';
import type { Span } from '../../core/span';
import { semanticTokens as tokensOf, TOKEN_TYPES } from '../../features/semanticTokens';
import { lengthOf, positionOf } from '../ranges';
import type { OpenIssue } from '../session/openIssues';

/** What the issue names, by type. The protocol knows no token over a line end: what a column end has split becomes two. */
export function semanticTokens({ analysis }: OpenIssue): SemanticTokens {
  const { lines, text } = analysis.document;
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of tokensOf(analysis))
    for (const piece of onOneLine(span, text)) {
      const { line, character } = positionOf(lines, piece.start);
      builder.push(line, character, lengthOf(lines, piece), TOKEN_TYPES.indexOf(type), 0);
    }
  return builder.build();
}

function onOneLine({ start, end }: Span, text: string): Span[] {
  const words = text.slice(start, end);
  if (!/[\r\n]/.test(words)) return [{ start, end }];
  return [...words.matchAll(/[^\r\n]+/g)].map(({ index, 0: piece }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}
