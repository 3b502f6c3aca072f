import type { Analysis } from '../analysis/analysis';
import { firstIndex } from '../core/search';
import { compareSpans, type Span } from '../core/span';
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
 * is within another the inner one keeps its colour, and the outer one colours what is left, so that 云川市 shows in
 * 云川市财政局. An office has one colour from its first character to its last: 省委书记, 云川市财政局局长, and all that a page
 * puts before a name: 市推动长江经济带发展领导小组组长.
 */
export function semanticTokens({ source: { text }, mentions }: Pick<Analysis, 'source' | 'mentions'>): SemanticToken[] {
  const certain = mentions.filter(({ confidence }) => confidence === 'high');
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
  for (const { type, span } of withWholeOffices(certain, text)) {
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

/** The mentions with each office as one token, which takes the place of what it names within. */
function withWholeOffices(mentions: readonly Mention[], text: string): SemanticToken[] {
  const offices = outermost([...officesBeforeNames(mentions, text), ...officesWithOrganisation(mentions)]);
  const isInOffice = ({ span }: Mention): boolean => {
    const next = firstIndex(offices.length, (index) => (offices[index]?.start ?? 0) > span.start);
    return (offices[next - 1]?.end ?? 0) >= span.end;
  };
  const tokens = [
    ...mentions.filter((mention) => !isInOffice(mention)),
    ...offices.map((span) => ({ type: 'office' as const, span })),
  ];
  return tokens.sort((a, b) => compareSpans(a.span, b.span));
}

/** The spans that are within no other, in text order: each ends after the one before it. */
function outermost(spans: readonly Span[]): readonly Span[] {
  let end = -1;
  return [...spans].sort(compareSpans).filter((span) => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}

/** The offices that a page puts directly before the names of people, one by one. */
function officesBeforeNames(mentions: readonly Mention[], text: string): Span[] {
  return mentions.flatMap(({ type, span, officeTitle = '' }): Span[] => {
    const start = span.start - officeTitle.length;
    if (type !== 'person' || officeTitle === '' || text.slice(start, span.start) !== officeTitle) return [];
    return [...officeTitle.matchAll(/[^、，,兼\s]+/g)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    }));
  });
}

/** Each office, with the organisation that ends where it begins. */
function officesWithOrganisation(mentions: readonly Mention[]): Span[] {
  const organisations = new Map(
    mentions.flatMap(({ type, span }) => (type === 'organisation' ? [[span.end, span.start]] : [])),
  );
  return mentions.flatMap(({ type, span }) =>
    type === 'office' ? [{ start: organisations.get(span.start) ?? span.start, end: span.end }] : [],
  );
}
