import { firstIndex } from '../core/search';
import type { Article } from './model';

/** Makes what tells the article that an offset of the raw text lies in; undefined outside of all. */
export function articleFinder(articles: readonly Article[]): (offset: number) => Article | undefined {
  const sorted = articles.toSorted((a, b) => a.span.start - b.span.start);
  return (offset) => {
    const article = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.span.start ?? 0) > offset) - 1];
    return article && offset < article.span.end ? article : undefined;
  };
}
