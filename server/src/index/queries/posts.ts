import { typeOfKey, type IssueIndex, type IndexedIssue } from '../issueIndex';
import type { NamedKey } from '../../entities/namedKey';
import { countMore, firstCounted, toStats, type Counting, type Stats } from './stats';

/** A person in a post, as long as the index says so. */
export interface Holder extends Stats {
  readonly key: NamedKey;
  readonly name: string;
}

/** A post and who held it, according to the index alone. */
export interface HeldPost {
  /** As the pages word it. */
  readonly office: string;
  /** The newspaper: 市长 without a town means that of the paper's own. Absent where it is not known. */
  readonly paper?: string;
  /** By their first mention in the post; those without a date last. */
  readonly holders: readonly Holder[];
}

/** Every post that the issues of an index give to people, the one with the most mentions first. 市委副书记、代市长 are two. */
export function heldPosts(issues: readonly IndexedIssue[], index: IssueIndex): HeldPost[] {
  const papers = new Map<string, Map<string, Map<number, Holding>>>();
  const officesOf: (readonly string[] | undefined)[] = [];
  for (const issue of issues) {
    const { key, name, office } = issue.table;
    office.forEach((words, row) => {
      if (words === 0) return;
      const posts = entryOf(papers, issue.newspaper ?? '', () => new Map<string, Map<number, Holding>>());
      for (const single of (officesOf[words] ??= index.word(words).split(BETWEEN_OFFICES))) {
        const holders = entryOf(posts, single, () => new Map<number, Holding>());
        const known = holders.get(key[row] ?? 0);
        if (known) countMore(known.counting, issue);
        else holders.set(key[row] ?? 0, { name: name[row] ?? 0, counting: firstCounted(issue) });
      }
    });
  }
  return [...papers]
    .flatMap(([paper, posts]) => [...posts].map(([office, holders]) => heldPost(paper, office, holders, index)))
    .filter(({ holders }) => holders.length > 0)
    .sort((a, b) => total(b) - total(a));
}

/** A holder while the index is scanned; the name is the number of a word. */
interface Holding {
  readonly name: number;
  readonly counting: Counting;
}

const BETWEEN_OFFICES = /[、，,]/;

/** The index is scanned by date, so that the holders are in order. */
function heldPost(paper: string, office: string, holders: ReadonlyMap<number, Holding>, index: IssueIndex): HeldPost {
  return {
    office,
    ...(paper === '' ? {} : { paper }),
    holders: [...holders]
      .map(([key, { name, counting }]) => ({ key: index.word(key), name: index.word(name), ...toStats(counting) }))
      .filter(({ key }) => typeOfKey(key) === 'person'),
  };
}

function total({ holders }: HeldPost): number {
  return holders.reduce((sum, { mentions }) => sum + mentions, 0);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
