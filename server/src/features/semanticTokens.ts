import type { Analysis } from '../analysis/analysis';
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
 * What an issue names, coloured by type: the mentions of high confidence, in text order and without overlaps. Where one
 * lies within another the inner one keeps its colour, and the outer one colours what is left, so that 云川市 shows in
 * 云川市财政局. An office has one colour with the organisation that it begins with: 省委书记, 云川市财政局局长.
 */
export function semanticTokens({ mentions }: Pick<Analysis, 'mentions'>): SemanticToken[] {
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
  for (const { type, span } of withWholeOffices(mentions.filter(({ confidence }) => confidence === 'high'))) {
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

/** The mentions with each office extended over the organisation that ends where it begins. */
function withWholeOffices(mentions: readonly Mention[]): SemanticToken[] {
  const offices = new Map(mentions.flatMap(({ type, span }) => (type === 'office' ? [[span.start, span.end]] : [])));
  const extended = new Set<number>();
  return mentions.flatMap(({ type, span }): SemanticToken[] => {
    if (type === 'office' && extended.has(span.start)) return [];
    const end = type === 'organisation' ? offices.get(span.end) : undefined;
    if (end === undefined) return [{ type, span }];
    extended.add(span.end);
    return [{ type: 'office', span: { start: span.start, end } }];
  });
}
