import { remembered } from '../core/memo';
import type { Archive, ArchivedIssue } from './archive';
import { mentionsOf, occurrencesOf, tallyOf, type IssueMentionsOf } from './mentions';
import { everythingNamed, type Named, type NamedAtPlace } from './named';
import { heldPosts, type HeldPost } from './posts';
import type { PackedOccurrences } from './occurrences';
import type { NamedKey } from './record';
import { search, type Found } from './search';
import type { Tally } from './tally';

/** What an archive can be asked. Questions and answers are plain data, so that the archive may live in another thread. */
export interface Questions {
  occurrences(key: NamedKey, spelling?: string): PackedOccurrences;
  mentions(key: NamedKey): readonly IssueMentionsOf[];
  tally(key: NamedKey): Tally;
  named(): readonly Named[];
  posts(): readonly HeldPost[];
  search(typed: string, limit: number): readonly Found[];
}

/** Makes an archive answer. What it names is counted once for all questions between two changes. */
export function questionsOn(archive: Archive): Questions {
  const named = remembered((issues: readonly ArchivedIssue[]) => everythingNamed(issues, archive));
  const posts = remembered((issues: readonly ArchivedIssue[]) => heldPosts(issues, archive));
  const everything = (): readonly NamedAtPlace[] => named(archive.issues());
  return {
    occurrences: (key, spelling) => occurrencesOf(archive, key, spelling),
    mentions: (key) => mentionsOf(archive, key),
    tally: (key) => tallyOf(archive, key),
    named: () => everything().map((one) => one.named),
    posts: () => posts(archive.issues()),
    search: (typed, limit) => search(archive, everything(), typed, limit),
  };
}
