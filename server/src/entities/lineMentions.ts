import { covers, overlaps, type Span } from '../core/span';
import type { Knowledge } from '../knowledge/model';
import { dictionaryNames, knownPeople } from './dictionaryNames';
import { foreignNamesIn } from './foreignNames';
import { LIKELY, SURE, withoutOverlaps, type Found } from './found';
import { officesIn, titleBefore } from './offices';
import { organisationNamesIn } from './organisationNames';
import { personNamesIn } from './personNames';
import { placeNamesIn } from './placeNames';
import type { Tagger } from './tagger';
import { weighedByTagger } from './taggerEvidence';
import { ENTITY_WORDS } from './vocabulary';

/** What mentions are found with; without dictionaries and tagger the words and shapes of the page itself remain. */
export interface Sources {
  readonly knowledge?: Knowledge | undefined;
  readonly tagger?: Tagger | undefined;
}

/** The mentions that a text shows by itself, in order of place and without overlaps. Spans are into the text. */
export function mentionsInText(text: string, { knowledge, tagger }: Sources): readonly Found[] {
  const matches = knowledge?.namesIn(text) ?? [];
  const offices = officesIn(text);
  const officeEnds = new Set(offices.map(({ end }) => end));
  const known = knowledge ? dictionaryNames(text, matches, knowledge) : [];
  const places = placeNamesIn(
    text,
    known.filter(({ type }) => type === 'place'),
  );
  const people = knownPeople(matches);
  const found: Found[] = [
    ...personNamesIn(text, { officeEnds, support: people.support }),
    ...foreignNamesIn(text, officeEnds),
    ...places,
    ...known.filter(({ type }) => type === 'organisation'),
    ...organisationNamesIn(text, places),
    ...offices.map((span): Found => ({
      ...span,
      type: 'office',
      score: SURE,
      name: text.slice(span.start, span.end),
      evidence: [{ kind: 'shape' }],
      candidates: [],
    })),
  ];
  const free = withoutSetWords(text, found);
  const weighed = tagger ? weighedByTagger(text, free, tagger.tag(text)) : free;
  return withoutOverlaps(weighed.filter(({ score }) => score >= LIKELY)).map((one) => {
    if (one.type !== 'person') return one;
    return withCandidates(titled(text, one, officeEnds), people.at(one.start, one.end));
  });
}

/** Leaves out what only seems to stand in a word or phrase: 中国 in 发展中国家. */
function withoutSetWords(text: string, found: readonly Found[]): readonly Found[] {
  const fixed: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const length = ENTITY_WORDS.setWords.lengthAt(text, at);
    if (length > 0) fixed.push({ start: at, end: at + length });
  }
  if (fixed.length === 0) return found;
  return found.filter((one) => !fixed.some((word) => overlaps(word, one) && !covers(one, word)));
}

/** A person with the words of office before the name. */
function titled(text: string, person: Found, officeEnds: ReadonlySet<number>): Found {
  let end = person.start;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  const title = titleBefore(text, end, officeEnds);
  if (!title) return person;
  const words = text.slice(title.start, title.end);
  return { ...person, title: words, evidence: [{ kind: 'title', text: words }, ...person.evidence] };
}

function withCandidates(person: Found, candidates: readonly string[]): Found {
  const [entity] = candidates;
  if (entity === undefined) return person;
  return { ...person, candidates, evidence: [...person.evidence, { kind: 'dictionary', entity }] };
}
