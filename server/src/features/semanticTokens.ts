import type { Span } from '../core/span';
import type { Mention, MentionType } from '../entities/model';

/** A run of characters to be coloured. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: MentionType;
}

/** The types in the order in which the protocol numbers them; declared in package.json under `semanticTokenTypes`. */
export const TOKEN_TYPES: readonly MentionType[] = [
  'person',
  'place',
  'organisation',
  'office',
  'date',
  'quantity',
  'work',
  'event',
];

/**
 * What an issue names, coloured by type: the sure mentions, by place and without overlaps. Where one lies within
 * another the inner one keeps its colour, and the outer one colours what is left, so that 云川市 shows in 云川市财政局.
 */
export function semanticTokens(mentions: readonly Mention[]): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const open: { type: MentionType; end: number }[] = [];
  let at = 0;
  const colour = (type: MentionType, end: number): void => {
    if (end > at) tokens.push({ type, span: { start: at, end } });
    at = Math.max(at, end);
  };
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      colour(last.type, last.end);
      open.pop();
    }
  };
  for (const { type, span, certainty } of mentions) {
    if (certainty !== 'sure') continue;
    closeUntil(span.start);
    const outer = open.at(-1);
    // Two that cross one another: what the first has taken stays with it.
    if (outer && span.end > outer.end) continue;
    if (outer) colour(outer.type, span.start);
    at = Math.max(at, span.start);
    open.push({ type, end: span.end });
  }
  closeUntil(Infinity);
  return tokens;
}
