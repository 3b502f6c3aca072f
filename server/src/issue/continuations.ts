import { memoize } from '../core/cache';
import { groupBy } from '../core/groups';
import type { Article } from './model';

/** Continued articles of one page that come from the same other page; a real page has one or two. */
const MOST_CANDIDATES = 20;

/** The head of an article is compared up to this length, in code units; few are longer than 100. */
const LONGEST_HEAD = 400;

/** Links an article that jumps to another page with the one there that comes from its page. */
export function withContinuations(text: string, articles: readonly Article[]): Article[] {
  const waiting = articlesByOrigin(articles);
  const headWords = memoize((article: Article) => headWordsOf(text, article));
  const links = new Map<string, Partial<Pick<Article, 'continues' | 'continuedBy'>>>();
  for (const article of articles) {
    for (const jump of article.jumps) {
      if (jump.direction !== 'to') continue;
      const candidates = waiting.get(routeOf(article.page, jump.page));
      const other = candidates && mostAlike(article, candidates.first, headWords);
      if (!other) continue;
      candidates.take(other);
      links.set(article.id, { ...links.get(article.id), continuedBy: other.id });
      links.set(other.id, { ...links.get(other.id), continues: article.id });
    }
  }
  return articles.map((article) => ({ ...article, ...links.get(article.id) }));
}

/** Articles that wait to be linked, in order; only the first few are candidates. */
interface Waiting {
  readonly first: readonly Article[];
  /** Removes one of the first; the next one moves up. */
  take(article: Article): void;
}

function waitingOf(articles: readonly Article[]): Waiting {
  const first = articles.slice(0, MOST_CANDIDATES);
  let next = first.length;
  return {
    first,
    take(article) {
      first.splice(first.indexOf(article), 1);
      const following = articles[next++];
      if (following) first.push(following);
    },
  };
}

/** The articles that say from which page they come, by that page and their own. */
function articlesByOrigin(articles: readonly Article[]): ReadonlyMap<string, Waiting> {
  const routes = articles.flatMap((article) => {
    const origins = new Set(article.jumps.flatMap(({ direction, page }) => (direction === 'from' ? [page] : [])));
    return Array.from(origins, (origin) => ({ route: routeOf(origin, article.page), article }));
  });
  const byRoute = groupBy(routes, ({ route }) => route);
  return new Map(Array.from(byRoute, ([route, group]) => [route, waitingOf(group.map(({ article }) => article))]));
}

function routeOf(from: number, to: number): string {
  return `${String(from)} to ${String(to)}`;
}

/** The candidate whose head shares most characters with that of the article, or the first of several. */
function mostAlike(
  article: Article,
  candidates: readonly Article[],
  headWords: (article: Article) => string,
): Article | undefined {
  const others = candidates.filter((candidate) => candidate !== article);
  if (others.length < 2) return others[0];
  const words = new Set(headWords(article));
  let best: Article | undefined;
  let bestLikeness = -1;
  for (const candidate of others) {
    const likeness = Array.from(headWords(candidate)).filter((character) => words.has(character)).length;
    if (likeness > bestLikeness) [best, bestLikeness] = [candidate, likeness];
  }
  return best;
}

function headWordsOf(text: string, { headlines, jumps }: Article): string {
  const named = jumps.map(({ headline }) => headline ?? '').join('');
  const words = headlines.map(({ block: { content } }) => text.slice(content.start, content.end)).join('');
  return (named + words).slice(0, LONGEST_HEAD);
}
