import words from '../../../../dictionaries/lexicons/posts.json';
import { createCache, memoize } from '../../core/cache';
import { groupBy } from '../../core/groups';
import type { EntityId, Gazetteer, PartialDate, Person, Post } from '../model';
import { stemOfCode } from '../places';
import { officeTitleOf } from './officeTitle';
import { byTerm, firstDay, lastDay, yearsBetween } from './terms';

/** Why a post had ended by a date, although its source gives no end. */
export type EndReason = 'promoted' | 'moved' | 'succeeded';

/** The end of a post that other posts imply. */
export interface InferredEnd {
  readonly to: PartialDate;
  readonly reason: EndReason;
  /** The next post of the same person, or the post of the successor. */
  readonly next: Post;
  /** Whose post `next` is. */
  readonly by: EntityId;
}

/** Somebody who held a post. */
export interface Holder {
  readonly person: EntityId;
  readonly post: Post;
}

/**
 * When a post that has a beginning but no end had ended at the latest: when the same person rose from 代市长 or 副市长
 * to 市长, when they took a full-time post at another place, or when the next person took over an office that one
 * person holds at a time. The earliest of these counts.
 */
export function inferredEnd(post: Post, person: Person, gazetteer: Gazetteer): InferredEnd | undefined {
  if (post.from === undefined || post.to !== undefined) return undefined;
  const ends = [...endsByOwnPosts(post, person, gazetteer), ...endBySuccessor(post, person, gazetteer)];
  const earliest = ends.reduce<InferredEnd | undefined>(
    (first, end) => (first && firstDay(first.to) <= firstDay(end.to) ? first : end),
    undefined,
  );
  return earliest && isInTime(post, earliest.to, earliest.reason) ? earliest : undefined;
}

/** Whether an office is held in place of its holder: 代市长, 代理县长. */
export function isActing(office: string): boolean {
  return office !== withoutActing(office);
}

/**
 * Years within which another post implies an end. After longer ones, the dictionary lacks a post or a person between,
 * and the end would be far too late. Who acts in an office becomes its holder, or makes room, within a year.
 */
const MOST_YEARS = { promoted: 5, moved: 10, succeeded: 6 } satisfies Record<EndReason, number>;
const MOST_YEARS_ACTING = 1;

function isInTime({ from = '', office }: Post, to: PartialDate, reason: EndReason): boolean {
  return yearsBetween(from, to) < (isActing(office) ? MOST_YEARS_ACTING : MOST_YEARS[reason]);
}

function endsByOwnPosts(post: Post, person: Person, gazetteer: Gazetteer): InferredEnd[] {
  return person.posts.flatMap((next): InferredEnd[] => {
    const { from: to } = next;
    if (to === undefined || post.from === undefined || to <= post.from) return [];
    if (isRiseFrom(post, next)) return [{ to, reason: 'promoted', next, by: person.id }];
    return isMoveFrom(post, next, gazetteer) ? [{ to, reason: 'moved', next, by: person.id }] : [];
  });
}

function endBySuccessor(post: Post, person: Person, gazetteer: Gazetteer): InferredEnd[] {
  const { from = '', place } = post;
  if (place === undefined) return [];
  const successor = holdersByOffice(gazetteer)(place)
    .get(permanentTitle(post))
    ?.find(
      (holder) =>
        holder.post.from !== undefined &&
        firstDay(holder.post.from) > lastDay(from) &&
        gazetteer.entry(holder.person)?.name !== person.name,
    );
  const to = successor?.post.from;
  return successor && to !== undefined ? [{ to, reason: 'succeeded', next: successor.post, by: successor.person }] : [];
}

/** Place ids, in characters, whose holders are kept: some 1,000 places. */
const CACHED_PLACES = 15_000;

/** For each place, those who held an office that one person holds at a time, by its title without 代, earliest first. */
const holdersByOffice = memoize((gazetteer: Gazetteer) => {
  const cache = createCache<ReadonlyMap<string, readonly Holder[]>>(CACHED_PLACES);
  return (place: EntityId) =>
    cache.get(place, (id) => {
      const level = levelOf(gazetteer.entry(id)?.name ?? '');
      const holders = gazetteer.postsAt(id).filter(({ post }) => hasOneHolder(post, level));
      return groupBy(
        holders.toSorted((one, other) => byTerm(one.post, other.post)),
        ({ post }) => permanentTitle(post),
      );
    });
});

/** What the offices of a place begin with: 市 of 衢州市, 自治区, 地 of 喀什地区. */
function levelOf(place: string): string {
  if (place.endsWith('自治区')) return '自治区';
  return place.endsWith('地区') ? '地' : place.slice(-1);
}

/**
 * Whether one person at a time holds an office: the head of a division (市长, 市委书记), or of an organisation of the
 * division itself (市委组织部部长). An organisation of a lower level may be any of several.
 */
function hasOneHolder({ office, organisation }: Post, level: string): boolean {
  const permanent = withoutActing(office);
  if (level === '') return false;
  if (organisation === undefined) return words.headsOfDivisions.some((head) => permanent === level + head);
  const isOfPlace = organisation.startsWith(level) || organisation.startsWith(`团${level}`);
  return isOfPlace && words.headsOfOrganisations.includes(permanent);
}

function permanentTitle({ office, ...post }: Post): string {
  return officeTitleOf({ ...post, office: withoutActing(office) });
}

function withoutActing(office: string): string {
  return office.replace(/^代理?/, '');
}

function isRiseFrom(post: Post, next: Post): boolean {
  const isSameOrgan = next.place === post.place && next.organisation === post.organisation;
  return isSameOrgan && next.office !== post.office && next.office === post.office.replace(/[代副]/, '');
}

/**
 * Whether a post is a full-time one that cannot be held with another: in a ministry, at a place that does not contain
 * the other and is not contained in it, or in a department at such a place. A county's secretary may sit in the city's
 * committee, and a city's secretary may chair its congress: neither is a move.
 */
function isMoveFrom(post: Post, next: Post, gazetteer: Gazetteer): boolean {
  if (post.place === undefined || words.partTime.some((office) => next.office.endsWith(office))) return false;
  if (next.place === undefined) return words.centralOrganisations.some((end) => next.organisation?.endsWith(end));
  if (next.place === post.place || isRenamed(post.place, next.place, gazetteer)) return false;
  const [one, other] = [stemOf(next.place), stemOf(post.place)];
  const isApart = !one.startsWith(other) && !other.startsWith(one);
  return isApart || isDepartment(next) || (isDepartment(post) && next.organisation === undefined);
}

/** Whether a place is what another became: 吐鲁番地区 is 吐鲁番市 since 2015, under another code. */
function isRenamed(before: EntityId, after: EntityId, gazetteer: Gazetteer): boolean {
  const place = gazetteer.entry(before);
  return place?.type === 'place' && place.successors.includes(after);
}

/** Whether a post is in a department, where it fills the day, rather than in a committee or at the head of a division. */
function isDepartment({ office, organisation }: Post): boolean {
  if (office.endsWith('秘书长')) return true;
  return organisation !== undefined && !words.concurrentOrganisations.some((word) => organisation.includes(word));
}

/** 3308 of place:330800: what the codes of all that is in a place begin with. */
function stemOf(place: EntityId): string {
  return stemOfCode(place.split('@', 1)[0] ?? place);
}
