import type { IssuePeriod } from '../issue/metadata';
import type { EntityId, Knowledge, PartialDate, Person, Post, Term } from '../knowledge/model';
import { firstDay, lastDay, termOf } from '../knowledge/posts';
import { isTitleOf } from '../knowledge/titles';
import type { IssueMentions, Mention } from './model';

/** The page calls somebody by an office, and the dictionaries know when the person held it. */
export interface TermEvidence {
  readonly mention: Mention;
  readonly person: EntityId;
  /** As the page words it. */
  readonly title: string;
  readonly post: Post;
  readonly term: Term;
}

/** Between when and when an issue must have appeared, with the terms that say so. */
export interface NarrowedDate {
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** Those that give either end; terms that are longer tell nothing more. */
  readonly evidence: readonly TermEvidence[];
}

/**
 * When an issue appeared, by the people whom it calls by their offices: within the terms of all of them. Namesakes, and
 * people who held an office twice, leave several terms open until the others decide. A person whose terms contradict
 * those of the people named more often is left out, as one whose post the dictionaries have wrong; where more are left out
 * than agree, nothing is said, and neither where an end is missing.
 */
export function narrowDate(text: string, { mentions }: IssueMentions, knowledge: Knowledge): NarrowedDate | undefined {
  const current = mentions.filter((mention) => !isFormer(text, mention));
  let agreed: readonly Stretch[] = [{ evidence: [] }];
  let [agreeing, contradicting] = [0, 0];
  for (const stretches of stretchesByPerson(current, knowledge)) {
    const common = intersections(agreed, stretches);
    if (common.length > 0) agreed = common;
    if (common.length > 0) agreeing++;
    else contradicting++;
  }
  const from = extreme(agreed, 'from', -1);
  const to = extreme(agreed, 'to', 1);
  if (from === undefined || to === undefined || contradicting >= agreeing) return undefined;
  const decisive = agreed
    .flatMap(({ evidence }) => evidence)
    .filter(({ term }) => term.from === from || term.to === to);
  return { from, to, evidence: [...new Map(decisive.map((one) => [one.post, one])).values()] };
}

/** The same as a fact of the issue: each term in words, with its place in the text. */
export function periodOf(text: string, mentions: IssueMentions, knowledge: Knowledge): IssuePeriod | undefined {
  const narrowed = narrowDate(text, mentions, knowledge);
  if (!narrowed) return undefined;
  const evidence = narrowed.evidence.map(({ mention, title, term: { from = '…', to = '…' } }) => ({
    text: `${title}${mention.name} (${from} – ${to})`,
    span: mention.span,
  }));
  return { from: narrowed.from, to: narrowed.to, evidence };
}

/** A time in which all that the evidence says is true. */
interface Stretch extends Term {
  readonly evidence: readonly TermEvidence[];
}

/** For each person, the times at which all offices by which the page calls them were theirs; the most named first. */
function stretchesByPerson(mentions: readonly Mention[], knowledge: Knowledge): (readonly Stretch[])[] {
  const byName = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.certainty !== 'sure') continue;
    const same = byName.get(mention.name);
    if (same) same.push(mention);
    else byName.set(mention.name, [mention]);
  }
  return [...byName.values()]
    .sort((one, other) => other.length - one.length)
    .map((same) => stretchesOf(same, knowledge))
    .filter((stretches) => stretches.length > 0);
}

function stretchesOf(mentions: readonly Mention[], knowledge: Knowledge): readonly Stretch[] {
  const ids = new Set(mentions.flatMap(({ candidates }) => candidates));
  return [...ids].flatMap((id) => {
    const person = knowledge.entry(id);
    return person?.type === 'person' ? stretchesOfPerson(person, mentions, knowledge) : [];
  });
}

function stretchesOfPerson(person: Person, mentions: readonly Mention[], knowledge: Knowledge): readonly Stretch[] {
  let stretches: readonly Stretch[] = [{ evidence: [] }];
  for (const { title, mention } of titlesIn(mentions)) {
    const said = person.posts
      .filter((post) => isTitleOf(title, post, knowledge))
      .map((post): Stretch => {
        const term = termOf(post, person);
        return { ...term, evidence: [{ mention, person: person.id, title, post, term }] };
      });
    if (said.length > 0) stretches = intersections(stretches, said);
  }
  return stretches.filter(({ evidence }) => evidence.length > 0);
}

/** The offices beside a name, each once and where it stands first. */
function titlesIn(mentions: readonly Mention[]): { title: string; mention: Mention }[] {
  const titles = new Map<string, Mention>();
  for (const mention of mentions)
    for (const title of mention.title?.split(/[、，,]|兼/) ?? [])
      if (title !== '' && !titles.has(title)) titles.set(title, mention);
  return [...titles].map(([title, mention]) => ({ title, mention }));
}

/** 原市长沈知远: an office that somebody no longer holds says nothing of the day. */
function isFormer(text: string, { span, title = '' }: Mention): boolean {
  const before = text
    .slice(Math.max(0, span.start - title.length - 8), span.start)
    .trimEnd()
    .slice(0, -title.length || undefined);
  return title !== '' && FORMER.test(before.slice(-4));
}

const FORMER = /(?:原|前任?|时任|曾任|历任|拟任|已故)(?:.{1,2}[省市县区州])?$/;

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
