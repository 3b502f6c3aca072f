import type { Analysis } from '../analysis/analysis';
import type { Span } from '../core/span';
import type { Article, IssueDocument, Jump, Page } from '../issue/model';

/** Where a link leads: to an offset of this text, to a page that this text does not hold, or to a picture file. */
export type LinkTarget = { readonly offset: number } | { readonly page: number } | { readonly uri: string };

export interface IssueLink {
  readonly span: Span;
  readonly target: LinkTarget;
}

/**
 * The links of an issue: each jump line leads to the other half of its article, else to its page; each picture link to
 * its file, as the text names it.
 */
export function documentLinks({ document }: Pick<Analysis, 'document'>): IssueLink[] {
  const articles = new Map(document.articles.map((article) => [article.id, article]));
  const pages = new Map(document.pages.map((page) => [page.number, page] as const).reverse());
  const jumps = document.articles.flatMap((article) =>
    article.jumps.map((jump): IssueLink => ({
      span: jump.span,
      target: targetOf(pages, otherHalf(articles, article, jump), jump),
    })),
  );
  return [...jumps, ...pictures(document)].sort((a, b) => a.span.start - b.span.start);
}

function otherHalf(articles: ReadonlyMap<string, Article>, article: Article, jump: Jump): Article | undefined {
  const other = articles.get((jump.direction === 'to' ? article.continuedBy : article.continues) ?? '');
  return other?.page === jump.page ? other : undefined;
}

function targetOf(
  pages: ReadonlyMap<number | undefined, Page>,
  other: Article | undefined,
  { page }: Jump,
): LinkTarget {
  if (other) return { offset: other.headlines[0]?.block.content.start ?? other.span.start };
  const here = pages.get(page);
  return here ? { offset: here.mark?.span.start ?? here.span.start } : { page };
}

function pictures({ text, articles }: IssueDocument): IssueLink[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap(({ uri, span }) => {
      const start = uri ? text.indexOf(uri, span.start) : -1;
      if (!uri || start < 0 || start >= span.end) return [];
      return [{ span: { start, end: start + uri.length }, target: { uri } }];
    }),
  );
}
