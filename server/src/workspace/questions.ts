import type { Archive } from './archive';
import { mentionsOf, occurrencesOf, tallyOf, type IssueMentionsOf, type IssueOccurrences } from './mentions';
import { everythingNamed, type Named } from './named';
import { heldPosts, type HeldPost } from './posts';
import type { NamedKey } from './record';
import { search, type Found } from './search';
import type { Tally } from './tally';

/** What an archive can be asked. Questions and answers are plain data, so that the archive may live in another thread. */
export interface Questions {
  occurrences(key: NamedKey, spelling?: string): readonly IssueOccurrences[];
  mentions(key: NamedKey): readonly IssueMentionsOf[];
  tally(key: NamedKey): Tally;
  named(): readonly Named[];
  posts(): readonly HeldPost[];
  search(typed: string, limit: number): readonly Found[];
}

/** Makes an archive answer. */
export function questionsOn(archive: Archive): Questions {
  return {
    occurrences: (key, spelling) => occurrencesOf(archive, key, spelling),
    mentions: (key) => mentionsOf(archive, key),
    tally: (key) => tallyOf(archive, key),
    named: () => everythingNamed(archive).map(({ named }) => named),
    posts: () => heldPosts(archive),
    search: (typed, limit) => search(archive, typed, limit),
  };
}
