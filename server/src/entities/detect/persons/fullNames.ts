import { groupBy } from '../../../core/groups';
import { surnameLengthAt } from '../../../core/names/surnames';
import { covers, textOf } from '../../../core/span';
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
  const bySurname = groupBy(people, ({ name }) => name.charAt(0));
  return found.map((one) => {
    if (!isSurnameOnly(one)) return one;
    const article = articles.find(({ span }) => covers(span, one))?.span;
    const entries = (bySurname.get(one.name.charAt(0)) ?? []).filter(
      (other) => other.name.startsWith(one.name) && (!article || covers(article, other)),
    );
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

function isSurnameOnly({ type, name }: MentionCandidate): boolean {
  return type === 'person' && (name.length === 1 || (name.length === 2 && surnameLengthAt(name, 0) === 2));
}

/** Gives every mention of a person all the offices that the issue gives that name, each once, in order. */
function withOffices(found: readonly MentionCandidate[]): CandidateInIssue[] {
  const offices = new Map<string, string[]>();
  for (const { type, name, officeTitle } of found) {
    if (type !== 'person' || officeTitle === undefined) continue;
    offices.set(name, [...new Set([...(offices.get(name) ?? []), ...officeTitle.split('、')])]);
  }
  return found.map((one) => {
    const known = one.type === 'person' ? offices.get(one.name) : undefined;
    return known ? { ...one, office: withoutShorter(known).join('、') } : one;
  });
}

/** 总统 says nothing beside 法国总统; 市长 is another office than 副市长. */
function withoutShorter(offices: readonly string[]): readonly string[] {
  return offices.filter(
    (one) =>
      !offices.some(
        (other) =>
          other.length > one.length &&
          other.endsWith(one) &&
          !/[副代原前]/.test(other.charAt(other.length - one.length - 1)),
      ),
  );
}
