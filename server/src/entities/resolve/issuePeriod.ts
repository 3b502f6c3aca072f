import { groupBy } from '../../core/groups';
import type { IssuePeriod } from '../../issue/metadata';
import type { EntityId, Gazetteer, PartialDate, Person, Post, Term } from '../../gazetteer/model';
import { termOf } from '../../gazetteer/posts/posts';
import { firstDay, lastDay } from '../../gazetteer/posts/terms';
import { matchesOffice } from '../../gazetteer/posts/officeTitles';
import { heldOffices, type HeldOffice } from '../detect/offices/heldTitles';
import type { IssueMentions, Mention } from '../model';

/** The page calls somebody by an office, and the dictionaries know when the person held it. */
export interface TermEvidence {
  readonly mention: Mention;
  readonly person: EntityId;
  /** As the page words it. */
  readonly officeTitle: string;
  readonly post: Post;
  readonly term: Term;
}

/** Between when and when an issue must have appeared, with the terms that say so. */
export interface NarrowedDate {
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** Those that give either end; terms that are longer say nothing more. */
  readonly evidence: readonly TermEvidence[];
}

/**
 * When an issue appeared, by the people whom it calls by their offices: within the terms of all of them. Namesakes, and
 * people who held an office twice, leave several terms open until the others decide. A person whose terms contradict
 * those of the people named more often is left out, as one whose post the dictionaries have wrong; where more are left
 * out than agree, nothing is said, and neither where an end is missing.
 */
function narrowDate(text: string, { mentions }: IssueMentions, gazetteer: Gazetteer): NarrowedDate | undefined {
  let agreed: readonly Stretch[] = [{ evidence: [] }];
  let [agreeing, contradicting] = [0, 0];
  for (const stretches of stretchesByPerson(heldOffices(text, mentions), gazetteer)) {
    const common = intersections(agreed, stretches).slice(0, MOST_STRETCHES);
    if (common.length > 0) agreed = common;
    if (common.length > 0) agreeing++;
    else contradicting++;
  }
  const from = extreme(agreed, 'from', -1);
  const to = extreme(agreed, 'to', 1);
  if (from === undefined || to === undefined || contradicting >= agreeing) return undefined;
  const decisive = agreed
    .flatMap(({ evidence }) => evidence)
    .filter(({ term }) => term.from === from || term.to === to)
    .sort((one, other) => one.mention.span.start - other.mention.span.start);
  return { from, to, evidence: [...new Map(decisive.map((one) => [one.post, one])).values()] };
}

/** The same as a fact of the issue: each term in words, with its place in the text. */
export function issuePeriod(text: string, mentions: IssueMentions, gazetteer: Gazetteer): IssuePeriod | undefined {
  const narrowed = narrowDate(text, mentions, gazetteer);
  if (!narrowed) return undefined;
  const evidence = narrowed.evidence.map(({ mention, officeTitle, term: { from = '…', to = '…' } }) => ({
    text: `${officeTitle}${mention.name} (${from} – ${to})`,
    span: mention.span,
  }));
  return { from: narrowed.from, to: narrowed.to, evidence };
}

/** A time in which all that the evidence says is true. */
interface Stretch extends Term {
  readonly evidence: readonly TermEvidence[];
}

/** For each person, the times at which all offices by which the page calls them were theirs; the most named first. */
function stretchesByPerson(held: readonly HeldOffice[], gazetteer: Gazetteer): (readonly Stretch[])[] {
  const byName = groupBy(held, ({ mention }) => mention.name);
  return [...byName.values()]
    .sort((one, other) => other.length - one.length)
    .map((titles) => stretchesOf(titles, gazetteer))
    .filter(({ length }) => length > 0 && length <= MOST_STRETCHES);
}

/** Times of one person between which nothing decides; more say nothing, and would multiply with those of others. */
const MOST_STRETCHES = 20;

function stretchesOf(titles: readonly HeldOffice[], gazetteer: Gazetteer): readonly Stretch[] {
  const ids = new Set(titles.flatMap(({ mention }) => mention.candidates));
  const first = new Map(titles.toReversed().map((held) => [held.officeTitle, held]));
  return [...ids].flatMap((id) => {
    const person = gazetteer.entry(id);
    return person?.type === 'person' ? stretchesOfPerson(person, [...first.values()].reverse(), gazetteer) : [];
  });
}

function stretchesOfPerson(person: Person, titles: readonly HeldOffice[], gazetteer: Gazetteer): readonly Stretch[] {
  let stretches: readonly Stretch[] = [{ evidence: [] }];
  for (const { officeTitle, mention } of titles) {
    const said = person.posts.flatMap((post): Stretch[] => {
      if (!matchesOffice(officeTitle, post, gazetteer)) return [];
      const term = termOf(post, person, gazetteer);
      return [{ ...term, evidence: [{ mention, person: person.id, officeTitle, post, term }] }];
    });
    if (said.length > 0 && said.length <= MOST_STRETCHES) stretches = intersections(stretches, said);
  }
  return stretches.filter(({ evidence }) => evidence.length > 0);
}

function intersections(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return some.flatMap((one) => others.flatMap((other) => intersection(one, other) ?? []));
}

function intersection(one: Stretch, other: Stretch): Stretch | undefined {
  const from = extreme([one, other], 'from', 1);
  const to = extreme([one, other], 'to', -1);
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to)) return undefined;
  const evidence = [...one.evidence, ...other.evidence];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), evidence };
}

/**
 * The latest (1) or earliest (-1) of the dates. Of several times that are all possible, an open one leaves all open:
 * asked for the wider end, it gives nothing.
 */
function extreme(stretches: readonly Stretch[], end: 'from' | 'to', sign: 1 | -1): PartialDate | undefined {
  const isWider = (end === 'from') === (sign === -1);
  const dates = stretches.flatMap((stretch) => stretch[end] ?? []);
  if (isWider && dates.length < stretches.length) return undefined;
  const dayOf = end === 'from' ? firstDay : lastDay;
  return dates.reduce<PartialDate | undefined>(
    (most, date) => (most === undefined || (dayOf(date) > dayOf(most) ? 1 : -1) === sign ? date : most),
    undefined,
  );
}
