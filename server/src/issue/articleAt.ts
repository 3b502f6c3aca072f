import { firstIndex } from '../core/search';
import type { Span } from '../core/span';

/** Makes what tells the article, or page, that an offset of the raw text is in; undefined outside of all. */
export function articleFinder<Placed extends { readonly span: Span }>(
  articles: readonly Placed[],
): (offset: number) => Placed | undefined {
  const sorted = articles.toSorted((a, b) => a.span.start - b.span.start);
  return (offset) => {
    const article = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.span.start ?? 0) > offset) - 1];
    return article && offset < article.span.end ? article : undefined;
  };
}
