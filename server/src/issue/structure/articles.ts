import { groupBy } from '../../core/groups';
import { articleFinder } from '../articleAt';
import type { Article, HandMade } from '../model';
import type { HandMadeStructure, PlacedDecision } from './model';

/** The articles with the continuations that people have marked, and with what was decided about each. */
export function withDecisions(articles: Article[], { placed }: HandMadeStructure): Article[] {
  if (placed.length === 0) return articles;
  const articleAt = articleFinder(articles);
  const all = placed.flatMap((decision) =>
    [decision.span, decision.to].flatMap((place) =>
      place ? [{ article: articleAt(place.start), made: handMade(decision, place) }] : [],
    ),
  );
  const decided = groupBy(all, ({ article }) => article);
  const links = linksOf(placed, (start) => articleAt(start)?.id);
  return articles.map((article) => {
    const byHand = decided
      .get(article)
      ?.map(({ made }) => made)
      .sort((one, other) => one.span.start - other.span.start);
    return { ...withLinks(article, links), ...(byHand ? { byHand } : {}) };
  });
}

function handMade({ decision }: PlacedDecision, span: HandMade['span']): HandMade {
  return decision.kind === 'role' ? { kind: decision.kind, role: decision.role, span } : { kind: decision.kind, span };
}

/** Which article goes on in which, by id, and the other way round. */
interface Links {
  readonly continuedBy: ReadonlyMap<string, string>;
  readonly continues: ReadonlyMap<string, string>;
}

function linksOf(placed: readonly PlacedDecision[], idAt: (start: number) => string | undefined): Links {
  const pairs = placed.flatMap(({ span, to }) => {
    const [from, next] = [idAt(span.start), to && idAt(to.start)];
    return from === undefined || next === undefined || from === next ? [] : [[from, next] as const];
  });
  return { continuedBy: new Map(pairs), continues: new Map(pairs.map(([from, next]) => [next, from])) };
}

/** The article with the links that people have set; a link to an article that has another one by hand is given up. */
function withLinks(article: Article, { continuedBy, continues }: Links): Article {
  const { continuedBy: next, continues: last, ...rest } = article;
  const goesOnIn = continuedBy.get(article.id) ?? (next !== undefined && continues.has(next) ? undefined : next);
  const comesFrom = continues.get(article.id) ?? (last !== undefined && continuedBy.has(last) ? undefined : last);
  return {
    ...rest,
    ...(goesOnIn === undefined ? {} : { continuedBy: goesOnIn }),
    ...(comesFrom === undefined ? {} : { continues: comesFrom }),
  };
}
