import { overlaps } from '../core/span';
import { SURE, type Found } from './found';
import { createWordFinder } from './wordFinder';

/** A mention with what the whole issue says of its person. */
export interface FoundInIssue extends Found {
  /** All offices that the page gives the person, as it words them. */
  readonly office?: string;
}

/** Adds, or makes sure, every further place where a name stands that is sure somewhere in the issue. */
export function withRecurrences(text: string, found: readonly Found[]): Found[] {
  const sure = new Map<string, Found>();
  for (const one of found)
    if (one.type === 'person' && one.score >= SURE && one.name.length > 1) sure.set(one.name, one);
  if (sure.size === 0) return [...found];
  const names = createWordFinder(sure.keys());
  const again: Found[] = [];
  let next = 0;
  const ordered = [...found].sort((a, b) => a.start - b.start);
  for (let at = 0; at < text.length; at++) {
    const length = names.lengthAt(text, at);
    if (length === 0) continue;
    const span = { start: at, end: at + length };
    while ((ordered[next]?.end ?? Infinity) <= at) next++;
    const others = overlapping(ordered, next, span);
    const known = others.find((one) => one.type === 'person' && one.score >= SURE);
    const stronger = others.find(
      (one) => one.type !== 'office' && one.type !== 'person' && one.score >= SURE && one.end - one.start > length,
    );
    at += length - 1;
    if (known || stronger) continue;
    again.push(recurrence(sure.get(text.slice(span.start, span.end)), span));
  }
  if (again.length === 0) return ordered;
  const kept = ordered.filter((one) => !again.some((other) => overlaps(one, other)));
  return [...kept, ...again].sort((a, b) => a.start - b.start);
}

function overlapping(ordered: readonly Found[], from: number, span: { start: number; end: number }): Found[] {
  const others: Found[] = [];
  for (let index = from; index < ordered.length; index++) {
    const one = ordered[index];
    if (!one || one.start >= span.end) break;
    if (overlaps(one, span)) others.push(one);
  }
  return others;
}

function recurrence(first: Found | undefined, span: { start: number; end: number }): Found {
  return {
    ...span,
    type: 'person',
    score: SURE,
    name: first?.name ?? '',
    evidence: [{ kind: 'recurs' }],
    candidates: first?.candidates ?? [],
  };
}

/** Gives every mention of a person all the offices that the issue gives that person, each once, in order. */
export function withOffices(found: readonly Found[]): FoundInIssue[] {
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
