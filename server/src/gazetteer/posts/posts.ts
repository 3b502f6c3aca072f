import type { EntityId, Gazetteer, PartialDate, Person, Post, Term } from '../model';
import { stemOfCode } from '../places';
import { byTerm } from './terms';

/** The posts of a person around a date, each list the earliest first. */
export interface PostsAround {
  /** Held then, as far as the dictionaries know: an end that is not known lies later, unless the person has moved on. */
  readonly on: readonly Post[];
  /** May have been held then: the dates are too coarse, or a later post has begun that need not have ended this one. */
  readonly perhaps: readonly Post[];
  readonly before: readonly Post[];
  readonly after: readonly Post[];
}

/** Somebody who held a post. */
export interface Holder {
  readonly person: EntityId;
  readonly post: Post;
}

/** Sorts the posts of a person by whether they were held on a date. A month or a year stands for any of its days. */
export function postsAround(person: Person, date: PartialDate): PostsAround {
  const around = { on: [] as Post[], perhaps: [] as Post[], before: [] as Post[], after: [] as Post[] };
  for (const post of person.posts) around[whenHeld(post, person, date)].push(post);
  return around;
}

/** The posts that a person held on a date, as far as the dictionaries know. */
export function postsOn(person: Person, date: PartialDate): readonly Post[] {
  return postsAround(person, date).on;
}

/** What a post is called in the papers of its place: 市委书记, 市公安局局长. */
export function officeTitleOf({ office, organisation = '' }: Post): string {
  return office.startsWith(organisation) ? office : organisation + office;
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

/**
 * When a post was held at the latest. Where its end is not known, two things stand for it: the person's next post at
 * another place (a person leads only one city at a time), and the rise from 代市长 or 副市长 to 市长.
 */
export function termOf(post: Post, person: Person): Term {
  const { from, to = from === undefined ? undefined : movedOn(post, person) } = post;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The days that a date stands for. Days of a month are counted to 31 throughout, which is enough to compare them. */
export function firstDay(date: PartialDate): PartialDate {
  return date + '-01-01'.slice(date.length - 4);
}

/** See `firstDay`. */
export function lastDay(date: PartialDate): PartialDate {
  return date + '-12-31'.slice(date.length - 4);
}

function whenHeld(post: Post, person: Person, date: PartialDate): keyof PostsAround {
  const { from, to } = termOf(post, person);
  if (from !== undefined && firstDay(from) > lastDay(date)) return 'after';
  if (to !== undefined && lastDay(to) < firstDay(date)) return 'before';
  if (from === undefined || lastDay(from) > firstDay(date)) return from === date ? 'on' : 'perhaps';
  if (to !== undefined && firstDay(to) < lastDay(date)) return 'perhaps';
  const hasSuccessor = person.posts.some((next) => succeeds(next, post) && firstDay(next.from ?? '') <= lastDay(date));
  return post.to === undefined && hasSuccessor ? 'perhaps' : 'on';
}

function movedOn(post: Post, { posts }: Person): PartialDate | undefined {
  return posts.find((next) => isLater(next, post) && (isElsewhere(next, post) || isRiseFrom(next, post)))?.from;
}

/** A mayor who becomes secretary may stay mayor for some months. */
function succeeds(next: Post, post: Post): boolean {
  return isLater(next, post) && next.place === post.place && /^.委书记$/.test(next.office) && /^.长$/.test(post.office);
}

function isLater({ from: later = '' }: Post, { from = '' }: Post): boolean {
  return later > from;
}

/**
 * Neither place lies in the other, as far as their codes tell: leading a county goes with a seat in its city's
 * committee.
 */
function isElsewhere({ place: one }: Post, { place: other }: Post): boolean {
  if (one === undefined || other === undefined) return false;
  const [codeOfOne, codeOfOther] = [stemOf(one), stemOf(other)];
  return !codeOfOne.startsWith(codeOfOther) && !codeOfOther.startsWith(codeOfOne);
}

function isRiseFrom(next: Post, post: Post): boolean {
  const isSameOrgan = next.place === post.place && next.organisation === post.organisation;
  return isSameOrgan && next.office !== post.office && next.office === post.office.replace(/[代副]/, '');
}

/** 3308 of place:330800: what the codes of all that lies in a place begin with. */
function stemOf(place: EntityId): string {
  return stemOfCode(place.split('@', 1)[0] ?? place);
}
