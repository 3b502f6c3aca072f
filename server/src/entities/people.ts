import { textOf } from '../core/span';
import type { Article } from '../issue/model';
import { SURE, type Found } from './found';
import { ENTITY_WORDS } from './vocabulary';

const { afterName, compoundSurnames } = ENTITY_WORDS;

/** A mention with what the whole issue says of its person. */
export interface FoundInIssue extends Found {
  /** All offices that the issue gives the person, as it words them. */
  readonly office?: string;
}

/** Gives short forms (汤书记) their full names, and every mention of a person all the offices that the issue gives. */
export function withPeople(text: string, articles: readonly Article[], found: readonly Found[]): FoundInIssue[] {
  return withOffices(withFullNames(text, articles, found));
}

/** A surname stands for the one person of the article who bears it and whose title it is, where a title follows. */
function withFullNames(text: string, articles: readonly Article[], found: readonly Found[]): readonly Found[] {
  if (!found.some(isSurnameOnly)) return found;
  return found.map((one) => {
    if (!isSurnameOnly(one)) return one;
    const article = articles.find(({ span }) => span.start <= one.start && one.start < span.end)?.span;
    const bearers = found.filter(
      (other) =>
        other.type === 'person' &&
        other.score >= SURE &&
        other.name.length > one.name.length &&
        other.name.startsWith(one.name) &&
        (!article || (article.start <= other.start && other.start < article.end)),
    );
    const title = textOf(text, { start: one.end, end: one.end + afterName.lengthAt(text, one.end) });
    const titled = bearers.filter((other) => other.title?.endsWith(title));
    const names = new Set((titled.length > 0 ? titled : bearers).map(({ name }) => name));
    const [full, ...others] = names;
    if (full === undefined || others.length > 0) return one;
    const candidates = bearers.find(({ name }) => name === full)?.candidates ?? [];
    return { ...one, name: full, candidates, evidence: [...one.evidence, { kind: 'fullForm', text: full }] };
  });
}

function isSurnameOnly({ type, name }: Found): boolean {
  return type === 'person' && (name.length === 1 || (name.length === 2 && compoundSurnames.lengthAt(name, 0) === 2));
}

/** Gives every mention of a person all the offices that the issue gives that name, each once, in order. */
function withOffices(found: readonly Found[]): FoundInIssue[] {
  const offices = new Map<string, string[]>();
  for (const { type, name, title } of found) {
    if (type !== 'person' || title === undefined) continue;
    const known = offices.get(name) ?? [];
    for (const one of title.split('、')) if (!known.includes(one)) known.push(one);
    offices.set(name, known);
  }
  return found.map((one) => {
    const known = one.type === 'person' ? offices.get(one.name) : undefined;
    return known ? { ...one, office: known.join('、') } : one;
  });
}
