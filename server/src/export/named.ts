import type { Analysis } from '../analysis/analysis';
import type { EntityId } from '../gazetteer/model';
import type { Mention } from '../entities/model';
import { isNamedType, settledEntry, type NamedType } from '../entities/namedKey';
import { overlapFinder } from '../core/search';
import { exportedArticles } from './flow';

/** A person, place or organisation that an issue names, once for all mentions. */
export interface Named {
  /** Unique within the issue: person-1. */
  readonly id: string;
  readonly type: NamedType;
  readonly name: string;
  readonly office?: string;
  /** The entries of the dictionaries that may be meant. */
  readonly links: ReadonlySet<EntityId>;
  /** Ids of the articles that name it. */
  readonly articles: ReadonlySet<string>;
}

/** Everyone and everything that the articles of an issue surely name, and which of it a mention means. */
export interface NamedIn {
  readonly all: readonly Named[];
  readonly of: (mention: Mention) => Named | undefined;
}

/** Gathers what the articles name, in the order of first mention. Mentions are one if they mean the same entry, or have one name. */
export function namedIn(analysis: Analysis, article?: string): NamedIn {
  const mentionsIn = overlapFinder(analysis.mentions);
  const found = new Map<string, Gathered>();
  const counts = { person: 0, place: 0, organisation: 0 };
  for (const { id, span } of exportedArticles(analysis, article))
    for (const mention of mentionsIn(span)) {
      const key = keyOf(mention);
      if (key === undefined) continue;
      let named = found.get(key);
      if (!named) {
        const type = mention.type as NamedType;
        named = {
          id: `${type}-${String(++counts[type])}`,
          type,
          name: mention.name,
          links: new Set(),
          articles: new Set(),
        };
        found.set(key, named);
      }
      if (mention.office !== undefined) named.office ??= mention.office;
      for (const link of mention.candidates) named.links.add(link);
      named.articles.add(id);
    }
  return {
    all: [...found.values()],
    of: (mention) => {
      const key = keyOf(mention);
      return key === undefined ? undefined : found.get(key);
    },
  };
}

interface Gathered extends Named {
  office?: string;
  readonly links: Set<EntityId>;
  readonly articles: Set<string>;
}

function keyOf({ type, confidence, candidates, name }: Mention): string | undefined {
  if (confidence !== 'high' || !isNamedType(type)) return undefined;
  return `${type} ${settledEntry(candidates) ?? name}`;
}
