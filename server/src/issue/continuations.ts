import type { Article } from './model';

/** Continued articles of one page that come from the same other page; a real page has one or two. */
const MOST_CANDIDATES = 20;

/** Links an article that jumps to another page with the one there that comes from its page. */
export function withContinuations(text: string, articles: readonly Article[]): Article[] {
  const waiting = articlesByOrigin(articles);
  const links = new Map<string, Partial<Pick<Article, 'continues' | 'continuedBy'>>>();
  for (const article of articles) {
    for (const jump of article.jumps) {
      if (jump.direction !== 'to') continue;
      const candidates = waiting.get(routeOf(article.page, jump.page)) ?? [];
      const other = mostAlike(text, article, candidates.slice(0, MOST_CANDIDATES));
      if (!other) continue;
      candidates.splice(candidates.indexOf(other), 1);
      links.set(article.id, { ...links.get(article.id), continuedBy: other.id });
      links.set(other.id, { ...links.get(other.id), continues: article.id });
    }
  }
  return articles.map((article) => ({ ...article, ...links.get(article.id) }));
}

/** The articles that say from which page they come, by that page and their own. */
function articlesByOrigin(articles: readonly Article[]): Map<string, Article[]> {
  const byRoute = new Map<string, Article[]>();
  for (const article of articles) {
    for (const origin of new Set(
      article.jumps.flatMap(({ direction, page }) => (direction === 'from' ? [page] : [])),
    )) {
      const route = routeOf(origin, article.page);
      const others = byRoute.get(route);
      if (others) others.push(article);
      else byRoute.set(route, [article]);
    }
  }
  return byRoute;
}

function routeOf(from: number, to: number): string {
  return `${String(from)} to ${String(to)}`;
}

/** The candidate whose head shares most characters with that of the article, or the first of several. */
function mostAlike(text: string, article: Article, candidates: readonly Article[]): Article | undefined {
  const words = new Set(headWords(text, article));
  let best: Article | undefined;
  let bestLikeness = -1;
  for (const candidate of candidates) {
    if (candidate === article) continue;
    const likeness = Array.from(headWords(text, candidate)).filter((character) => words.has(character)).length;
    if (likeness > bestLikeness) [best, bestLikeness] = [candidate, likeness];
  }
  return best;
}

function headWords(text: string, { headlines, jumps }: Article): string {
  const named = jumps.map(({ headline }) => headline ?? '').join('');
  return named + headlines.map(({ block: { content } }) => text.slice(content.start, content.end)).join('');
}
