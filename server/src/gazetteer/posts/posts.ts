import type { EntityId, Gazetteer, PartialDate, Person, Post, Term } from '../model';
import { inferredEnd, isActing, type Holder, type InferredEnd } from './inferredEnd';
import { officeTitleOf } from './officeTitle';
import { byTerm, firstDay, lastDay, yearsBetween } from './terms';

/** The posts of a person around a date, each list the earliest first. */
export interface PostsAround {
  /** Held then, as far as the dictionaries know. */
  readonly on: readonly Post[];
  /** May have been held then: the dates are too coarse, or the end is not known and long terms have passed. */
  readonly perhaps: readonly Post[];
  readonly before: readonly Post[];
  readonly after: readonly Post[];
}

/** When a post was held. */
export interface PostTerm extends Term {
  /** Where the source gives no end: what implies that `to` is one, at the latest. */
  readonly inferred?: InferredEnd;
}

/** Sorts the posts of a person by whether they were held on a date. A month or a year stands for any of its days. */
export function postsAround(person: Person, date: PartialDate, gazetteer: Gazetteer): PostsAround {
  const around = { on: [] as Post[], perhaps: [] as Post[], before: [] as Post[], after: [] as Post[] };
  for (const post of person.posts) around[whenHeld(post, person, date, gazetteer)].push(post);
  return around;
}

/** The posts that a person held on a date, as far as the dictionaries know. */
export function postsOn(person: Person, date: PartialDate, gazetteer: Gazetteer): readonly Post[] {
  return postsAround(person, date, gazetteer).on;
}

/**
 * Everyone who held a post of a division by the dictionaries, the earliest first: one after the other, for a timeline.
 */
export function holdersOf(gazetteer: Gazetteer, place: EntityId, title: string): readonly Holder[] {
  return gazetteer
    .postsAt(place)
    .filter(({ post }) => officeTitleOf(post) === title)
    .toSorted((one, other) => byTerm(one.post, other.post));
}

/** When a post was held: the term of the source, else with the end that other posts imply (`inferredEnd`). */
export function termOf(post: Post, person: Person, gazetteer: Gazetteer): PostTerm {
  const { from, to } = post;
  const inferred = inferredEnd(post, person, gazetteer);
  const end = to ?? inferred?.to;
  return {
    ...(from === undefined ? {} : { from }),
    ...(end === undefined ? {} : { to: end }),
    ...(inferred ? { inferred } : {}),
  };
}

/**
 * Years after which a post whose end is not known is no longer taken for granted, and after which it is over: two terms
 * of five years in one post, and fifteen years at one level, are the most that the rules on terms of 2006 allow
 * (党政领导干部职务任期暂行规定, articles 6 and 7). An inferred end is the latest possible; most terms last five years.
 */
const LIKELY_YEARS = { permanent: 10, acting: 1, inferred: 5 };
const MOST_YEARS = { permanent: 15, acting: 2 };

function whenHeld(post: Post, person: Person, date: PartialDate, gazetteer: Gazetteer): keyof PostsAround {
  const { from, to, inferred } = termOf(post, person, gazetteer);
  if (from !== undefined && firstDay(from) > lastDay(date)) return 'after';
  if (to !== undefined && lastDay(to) < firstDay(date)) return 'before';
  if (from === undefined || lastDay(from) > firstDay(date)) return from === date ? 'on' : 'perhaps';
  if (to !== undefined && firstDay(to) < lastDay(date)) return 'perhaps';
  if (post.to !== undefined) return 'on';
  const years = yearsBetween(from, date);
  const kind = isActing(post.office) ? 'acting' : 'permanent';
  if (years >= MOST_YEARS[kind]) return 'before';
  if (years >= LIKELY_YEARS[inferred ? 'inferred' : kind]) return 'perhaps';
  const hasSuccessor = person.posts.some((next) => succeeds(next, post) && firstDay(next.from ?? '') <= lastDay(date));
  return hasSuccessor ? 'perhaps' : 'on';
}

/** A mayor who becomes secretary may stay mayor for some months. */
function succeeds(next: Post, post: Post): boolean {
  const isLater = (next.from ?? '') > (post.from ?? '');
  return isLater && next.place === post.place && /^.委书记$/.test(next.office) && /^.长$/.test(post.office);
}
