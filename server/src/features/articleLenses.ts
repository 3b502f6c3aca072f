import type { Analysis } from '../analysis/analysis';
import type { Diagnostic } from '../core/diagnostic';
import { groupBy } from '../core/groups';
import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import type { Mention, MentionType } from '../entities/model';
import type { Article } from '../issue/model';

/** A name with its places in an article. */
export interface NamedInArticle {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** What is above an article: what is in it. Spans are into the raw text. */
export interface ArticleLens {
  readonly article: string;
  /** The line above which it is: the main headline's, else the first. */
  readonly span: Span;
  /** By first mention. */
  readonly people: readonly NamedInArticle[];
  readonly places: readonly NamedInArticle[];
  readonly findings: readonly Diagnostic[];
}

/** For each article who and which places are named in it (mentions of high confidence), and what is open in it. */
export function articleLenses(
  { document: { articles }, mentions }: Pick<Analysis, 'document' | 'mentions'>,
  diagnostics: readonly Diagnostic[],
): ArticleLens[] {
  const certain = mentions.filter(({ confidence }) => confidence === 'high');
  return articles.map((article) => ({
    article: article.id,
    span: headOf(article),
    people: named(within(certain, article), 'person'),
    places: named(within(certain, article), 'place'),
    findings: within(diagnostics, article),
  }));
}

function headOf({ headlines, span }: Article): Span {
  const head = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  return head?.block.span ?? { start: span.start, end: span.start };
}

/** Those of a list in text order that begin within the article. */
function within<Placed extends { readonly span: Span }>(sorted: readonly Placed[], { span }: Article): Placed[] {
  const firstFrom = (offset: number): number =>
    firstIndex(sorted.length, (index) => (sorted[index]?.span.start ?? 0) >= offset);
  return sorted.slice(firstFrom(span.start), firstFrom(span.end));
}

function named(mentions: readonly Mention[], wanted: MentionType): NamedInArticle[] {
  const groups = groupBy(
    mentions.filter(({ type }) => type === wanted),
    ({ name }) => name,
  );
  return [...groups].map(([name, places]) => ({ name, spans: places.map(({ span }) => span) }));
}
