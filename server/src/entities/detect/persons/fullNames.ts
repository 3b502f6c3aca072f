import { groupBy } from '../../../core/groups';
import { surnameLengthAt } from '../../../core/names/surnames';
import { textOf } from '../../../core/span';
import { articleFinder } from '../../../issue/articleAt';
import type { Article } from '../../../issue/model';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import { ENTITY_WORDS } from '../vocabulary';

const { afterName, offices } = ENTITY_WORDS;

/** A mention with what the whole issue says of its person. */
export interface CandidateInIssue extends MentionCandidate {
  /** All offices that the issue gives the person, as it words them. */
  readonly office?: string;
}

/** Gives short forms (汤书记) their full names, and every mention of a person all the offices that the issue gives. */
export function resolveShortPersonNames(
  text: string,
  articles: readonly Article[],
  found: readonly MentionCandidate[],
): CandidateInIssue[] {
  return withOffices(withFullNames(text, articles, found));
}

/** A surname stands for the one person of the article who bears it and whose title it is, where a title follows. */
function withFullNames(
  text: string,
  articles: readonly Article[],
  found: readonly MentionCandidate[],
): readonly MentionCandidate[] {
  if (!found.some(isSurnameOnly)) return found;
  const people = found.filter((one) => one.type === 'person' && one.score >= HIGH_CONFIDENCE && !isSurnameOnly(one));
  const articleAt = articleFinder(articles);
  const everywhere = bearersOf(people);
  const byArticle = groupBy(people, ({ start }) => articleAt(start));
  const inArticles = new Map([...byArticle].map(([article, some]) => [article, bearersOf(some)]));
  return found.map((one) => {
    if (!isSurnameOnly(one)) return one;
    const article = articleAt(one.start);
    const bearers = (article ? inArticles.get(article) : everywhere)?.get(one.name) ?? [];
    const entries = bearers.length > MOST_BEARERS ? [] : bearers;
    const length = Math.max(afterName.lengthAt(text, one.end), offices.lengthAt(text, one.end));
    const officeTitle = textOf(text, { start: one.end, end: one.end + length });
    const titled = entries.filter((other) => other.officeTitle?.endsWith(officeTitle));
    const [full, ...others] = groupBy(titled.length > 0 ? titled : entries, ({ name }) => name).values();
    const [person] = full ?? [];
    if (!person || others.length > 0) return one;
    const evidence = [...one.evidence, { kind: 'fullForm', text: person.name } as const];
    return { ...one, name: person.name, candidates: person.candidates, evidence };
  });
}

/** Of more people than this with one surname, each with an office, no short form can be told; to compare all takes long. */
const MOST_BEARERS = 300;

/** The people by their surnames; of several mentions with the same name and office the first. */
function bearersOf(people: readonly MentionCandidate[]): ReadonlyMap<string, readonly MentionCandidate[]> {
  const distinct = new Map<string, MentionCandidate>();
  for (const one of people) {
    const key = `${one.name} ${one.officeTitle ?? ''}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return groupBy(distinct.values(), ({ name }) => name.slice(0, Math.max(1, surnameLengthAt(name, 0))));
}

function isSurnameOnly({ type, name }: MentionCandidate): boolean {
  return type === 'person' && (name.length === 1 || (name.length === 2 && surnameLengthAt(name, 0) === 2));
}

/** Gives every mention of a person all the offices that the issue gives that name, each once, in order. */
function withOffices(found: readonly MentionCandidate[]): CandidateInIssue[] {
  const offices = new Map<string, Set<string>>();
  for (const { type, name, officeTitle } of found) {
    if (type !== 'person' || officeTitle === undefined) continue;
    const known = offices.get(name) ?? new Set();
    for (const one of officeTitle.split('、')) known.add(one);
    offices.set(name, known);
  }
  const words = new Map([...offices].map(([name, known]) => [name, withoutShorter(known).join('、')]));
  return found.map((one) => {
    const office = one.type === 'person' ? words.get(one.name) : undefined;
    return office === undefined ? one : { ...one, office };
  });
}

/** 总统 says nothing beside 法国总统; 市长 is another office than 副市长. */
function withoutShorter(offices: ReadonlySet<string>): readonly string[] {
  const shorter = new Set<string>();
  for (const office of offices)
    for (let start = 1; start < office.length; start++)
      if (!/[副代原前]/.test(office.charAt(start - 1))) shorter.add(office.slice(start));
  return [...offices].filter((one) => !shorter.has(one));
}
