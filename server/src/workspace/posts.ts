import { COLUMN, COLUMNS, typeOfKey, type Archive } from './archive';
import type { NamedKey } from './record';
import { createTally, type Counter, type Tally } from './tally';

/** A person in a post, as long as the archive says so. */
export interface Holder extends Tally {
  readonly key: NamedKey;
  readonly name: string;
}

/** A post and who held it, according to the archive alone. */
export interface HeldPost {
  /** As the pages word it. */
  readonly office: string;
  /** The newspaper: 市长 without a town means that of the paper's own. Absent where it is not known. */
  readonly paper?: string;
  /** By their first mention in the post; those without a date last. */
  readonly holders: readonly Holder[];
}

/** Every post that pages give to people, the one with the most mentions first. 市委副书记、代市长 are two. */
export function heldPosts(archive: Archive): HeldPost[] {
  const posts = new Map<string, Map<number, Counting>>();
  for (const issue of archive.issues())
    for (let at = 0; at < issue.rows.length; at += COLUMNS) {
      const office = issue.rows[at + COLUMN.office] ?? 0;
      const key = issue.rows[at + COLUMN.key] ?? 0;
      if (office === 0 || typeOfKey(archive.word(key)) !== 'person') continue;
      for (const single of archive.word(office).split(BETWEEN_OFFICES)) {
        const holders = entryOf(posts, `${issue.title ?? ''}\n${single}`, () => new Map<number, Counting>());
        const name = issue.rows[at + COLUMN.name] ?? 0;
        entryOf(holders, key, () => ({ name: archive.word(name), counter: createTally() })).counter.add(issue);
      }
    }
  return [...posts].map(([post, holders]) => heldPost(post, holders, archive)).sort((a, b) => total(b) - total(a));
}

/** A holder while the archive is walked through. */
interface Counting {
  readonly name: string;
  readonly counter: Counter;
}

const BETWEEN_OFFICES = /[、，,]/;

function heldPost(post: string, counted: ReadonlyMap<number, Counting>, archive: Archive): HeldPost {
  const [paper = '', office = ''] = post.split('\n');
  const holders = [...counted].map(([key, { name, counter }]) => ({
    key: archive.word(key),
    name,
    ...counter.result(),
  }));
  holders.sort((a, b) => ((a.first ?? '~') < (b.first ?? '~') ? -1 : 1));
  return { office, ...(paper === '' ? {} : { paper }), holders };
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
