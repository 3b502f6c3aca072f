import { memoize } from '../../core/cache';
import type { IssueIndex, IndexedIssue } from '../issueIndex';
import { mentionsOf, occurrencesOf, statsOf, type IssueMentionsOf } from './mentions';
import { everythingNamed, type Named, type NamedWithOccurrence } from './named';
import { heldPosts, type HeldPost } from './posts';
import type { PackedOccurrences } from './occurrences';
import type { NamedKey } from '../../entities/namedKey';
import { search, type Found } from './search';
import type { Stats } from './stats';

/** What an index can be asked. Queries and answers are plain data, so that the index may live in another thread. */
export interface Queries {
  occurrences(key: NamedKey, spelling?: string): PackedOccurrences;
  mentions(key: NamedKey): readonly IssueMentionsOf[];
  stats(key: NamedKey): Stats;
  named(): readonly Named[];
  posts(): readonly HeldPost[];
  search(typed: string, limit: number): readonly Found[];
}

/** Makes the queries on an index. What it names is counted once between two changes. */
export function createQueries(index: IssueIndex): Queries {
  const named = memoize((issues: readonly IndexedIssue[]) => everythingNamed(issues, index));
  const posts = memoize((issues: readonly IndexedIssue[]) => heldPosts(issues, index));
  const everything = (): readonly NamedWithOccurrence[] => named(index.issues());
  return {
    occurrences: (key, spelling) => occurrencesOf(index, key, spelling),
    mentions: (key) => mentionsOf(index, key),
    stats: (key) => statsOf(index, key),
    named: () => everything().map((one) => one.named),
    posts: () => posts(index.issues()),
    search: (typed, limit) => search(index, everything(), typed, limit),
  };
}
