import { byTerm } from '../../../server/src/gazetteer/posts/terms';
import type { Figure } from './figures';
import { joined, type Official } from './people';
import type { CareerPost } from './posts';

/** A person of officials.tsv. */
export interface Known {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly source: string;
  /** Of the city in whose lists the person stands. */
  readonly city: string;
  readonly posts: readonly (CareerPost & { readonly source?: string })[];
}

/** The post of a state or party leader, as leaders.tsv has it. */
export interface Leader {
  readonly name: string;
  readonly post: CareerPost;
}

/**
 * One list of the three. A figure is an official where the years of birth agree; a leader is the namesake who has held a
 * post of the centre. Where nothing tells two namesakes of different lists apart, the one of the better list is kept.
 */
export function merged(
  officials: readonly Official[],
  figures: readonly Figure[],
  leaders: readonly Leader[],
): Known[] {
  const known: Known[] = officials.map(({ name, city, posts }) => ({
    name,
    aliases: [],
    source: 'city-leaders',
    city,
    posts,
  }));
  const namesakes = new Map<string, number[]>();
  known.forEach(({ name }, index) => namesakes.set(name, [...(namesakes.get(name) ?? []), index]));
  for (const { name, aliases, born, posts } of figures) {
    const same = namesakes.get(name) ?? [];
    const index = same.find((official) => born !== undefined && officials[official]?.born.includes(born));
    const official = index === undefined ? undefined : known[index];
    if (index !== undefined && official)
      known[index] = { ...official, aliases, posts: together(official.posts, posts, 'chinese-elite') };
    else if (same.length === 0) known.push({ name, aliases, source: 'chinese-elite', city: '', posts: joined(posts) });
  }
  for (const name of new Set(leaders.map((leader) => leader.name))) {
    const posts = leaders.filter((leader) => leader.name === name).map(({ post }) => post);
    const same = known.flatMap((person, index) => (person.name === name ? [index] : []));
    const index = same.length === 1 ? same[0] : same.find((person) => known[person]?.posts.some(isOfCentre));
    const person = index === undefined ? undefined : known[index];
    if (index !== undefined && person) known[index] = { ...person, posts: together(person.posts, posts, 'galley') };
    else known.push({ name, aliases: [], source: 'galley', city: '', posts });
  }
  return known.map((person) => ({ ...person, posts: person.posts.toSorted(byTerm) }));
}

/** What the other list adds: posts that are not told already, under another wording of the organisation or not. */
function together(posts: Known['posts'], others: readonly CareerPost[], source: string): Known['posts'] {
  const isNew = (post: CareerPost): boolean =>
    !posts.some(
      (known) =>
        known.organisation + known.office === post.organisation + post.office &&
        known.from?.slice(0, 4) === post.from?.slice(0, 4),
    );
  return [...posts, ...joined(others.filter(isNew)).map((post) => ({ ...post, source }))];
}

function isOfCentre({ place, organisation }: CareerPost): boolean {
  return place === '' && /^(?:中央|国务院|全国|国家)/.test(organisation);
}
