import type { Span } from '../core/span';
import type { EntityId, Knowledge, NameMatch } from '../knowledge/model';
import { foreignNamesIn } from './foreignNames';
import { LIKELY, SURE, withoutOverlaps, type Found } from './found';
import { officesIn } from './offices';
import { organisationNamesIn } from './organisationNames';
import { personNamesIn } from './personNames';
import { placeNamesIn } from './placeNames';
import { isCommonWord } from './vocabulary';

/** What mentions are found with; without dictionaries the words and shapes of the page itself remain. */
export interface Sources {
  readonly knowledge?: Knowledge | undefined;
}

/** The mentions that a text shows by itself, in order of place and without overlaps. Spans are into the text. */
export function mentionsInText(text: string, { knowledge }: Sources): readonly Found[] {
  const matches = knowledge?.namesIn(text) ?? [];
  const offices = officesIn(text);
  const officeEnds = new Set(offices.map(({ end }) => end));
  const places = placeNamesIn(text, known('place', text, matches));
  const people = knownPeople(matches);
  const support = (start: number, end: number): number =>
    people.has(keyOf({ start, end })) ? (end - start > 2 ? 8 : 4) : 0;
  return withoutOverlaps([
    ...personNamesIn(text, { officeEnds, support }).map((found) => withCandidates(found, people)),
    ...foreignNamesIn(text, officeEnds).map((found) => withCandidates(found, people)),
    ...places,
    ...known('organisation', text, matches),
    ...organisationNamesIn(text, places),
    ...offices.map((span) => officeAt(text, span)),
  ]).filter(({ score }) => score >= LIKELY);
}

/** Names that the dictionaries have for one type, as mentions; longer ones are surer. */
function known(type: 'place' | 'organisation', text: string, matches: readonly NameMatch[]): Found[] {
  return matches.flatMap(({ start, end, entries }) => {
    const candidates = entries.filter((id) => id.startsWith(`${type}:`));
    if (candidates.length === 0) return [];
    const evidence = candidates.slice(0, 1).map((entity) => ({ kind: 'dictionary', entity }) as const);
    const score = SURE - 3 + 2 * (end - start) + bitsOfSeams(text, start, end);
    return [{ type, start, end, score, name: text.slice(start, end), evidence, candidates }];
  });
}

/** A short name that stands between halves of words is none: 大同 in 最大同心圆. */
function bitsOfSeams(text: string, start: number, end: number): number {
  if (end - start > 2) return 0;
  const before = isCommonWord(text.charCodeAt(start - 1), text.charCodeAt(start));
  const after = isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end));
  const itself = isCommonWord(text.charCodeAt(start), text.charCodeAt(start + 1));
  return HALF_OF_WORD * (Number(before) + Number(after) + 2 * Number(itself));
}

const HALF_OF_WORD = -2;

function knownPeople(matches: readonly NameMatch[]): ReadonlyMap<number, readonly EntityId[]> {
  return new Map(
    matches.flatMap((match) => {
      const people = match.entries.filter((id) => id.startsWith('person:'));
      return people.length > 0 ? [[keyOf(match), people] as const] : [];
    }),
  );
}

function keyOf({ start, end }: Span): number {
  return start * 64 + (end - start);
}

function withCandidates(found: Found, people: ReadonlyMap<number, readonly EntityId[]>): Found {
  const candidates = people.get(keyOf(found)) ?? [];
  const [entity] = candidates;
  if (entity === undefined) return found;
  return { ...found, candidates, evidence: [...found.evidence, { kind: 'dictionary', entity }] };
}

function officeAt(text: string, span: Span): Found {
  const name = text.slice(span.start, span.end);
  return { ...span, type: 'office', score: SURE, name, evidence: [{ kind: 'shape' }], candidates: [] };
}
