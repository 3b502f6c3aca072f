import { textOf } from '../../core/span';
import { wholeCharacters } from '../../core/wholeCharacters';
import type { Gazetteer } from '../../gazetteer/model';
import { withoutAddresses } from './addresses';
import { dictionaryNames, namesakesIn, withoutBuildings } from './gazetteerNames';
import { foreignNamesIn } from './persons/foreignNames';
import { MEDIUM_CONFIDENCE, HIGH_CONFIDENCE, withoutOverlaps, type MentionCandidate } from './candidate';
import { ownNamesIn } from './ownNames';
import { officesIn, officeTitleBefore, type OfficeEnds, type OfficeSurroundings } from './offices/offices';
import { organisationNamesIn } from './organisations/organisationNames';
import { personNamesIn } from './persons/chineseNames';
import { withoutMereShapes } from './persons/nameEvidence';
import { cutsPlace, hasMoreThanShape } from './persons/shapeEvidence';
import { withPenalty } from './penalties';
import { withListedPlaces } from './places/listedPlaces';
import { placeNamesIn } from './places/placeNames';
import { excludeSetPhrases } from './setWords';
import type { Tagger } from './tagger/tagger';
import { weighedByTagger } from './tagger/taggerEvidence';

/** What mentions are found with; without dictionaries and tagger the words and shapes of the page itself remain. */
export interface MentionResources {
  readonly gazetteer?: Gazetteer | undefined;
  readonly tagger?: Tagger | undefined;
}

/** The mentions that a text shows by itself, in text order and without overlaps. Spans are into the text. */
export function mentionsInText(text: string, { gazetteer, tagger }: MentionResources): readonly MentionCandidate[] {
  const matches = gazetteer ? withoutBuildings(gazetteer.namesIn(text), text, gazetteer) : [];
  const offices = officesIn(text);
  const officeEnds = new Map(offices.map(({ start, end }) => [end, start]));
  const known = gazetteer ? dictionaryNames(text, matches, gazetteer) : [];
  const places = placeNamesIn(
    text,
    known.filter(({ type }) => type === 'place'),
  );
  const namesakes = namesakesIn(matches);
  const found: MentionCandidate[] = [
    ...personNamesIn(text, { officeEnds, support: namesakes.support }),
    ...foreignNamesIn(text, officeEnds),
    ...places,
    ...known.filter(({ type }) => type === 'organisation'),
    ...organisationNamesIn(text, places),
    ...offices.map((span): MentionCandidate => ({
      ...span,
      type: 'office',
      score: HIGH_CONFIDENCE,
      name: text.slice(span.start, span.end),
      evidence: [{ kind: 'shape' }],
      candidates: [],
    })),
  ];
  const weighed = tagger ? weighedByTagger(text, found, tagger.tag(text), officeEnds) : found;
  const knownPlaces = new Set(
    [...places].filter(({ score }) => score >= HIGH_CONFIDENCE).map(({ start, end }) => `${start}-${end}`),
  );
  const plausible = weighed
    .map((one) => withPenalty(text, withWholeCharacters(text, one), knownPlaces, officeEnds))
    .filter(({ score }) => score >= MEDIUM_CONFIDENCE);
  const own = gazetteer ? ownNamesIn(text, matches, gazetteer) : [];
  const named = excludeSetPhrases(text, withoutAddresses(text, plausible), matches, gazetteer);
  const chosen = withoutMereShapes(
    text,
    withoutOverlaps([...own, ...named]),
    (one) =>
      own.includes(one) || (!cutsPlace(one, known) && hasMoreThanShape(text, one, officeEnds, tagger !== undefined)),
  );
  const listed = withListedPlaces(text, chosen);
  const isInName = nameCharacters(text, places);
  let from = 0;
  return listed.map((one) => {
    const known = namesakes.named(one);
    if (one.type !== 'person') return known;
    const person = titled(text, known, officeEnds, { from, isInName });
    if (one.score >= HIGH_CONFIDENCE) from = one.end;
    return person;
  });
}

/** Names are read by code units of the basic plane; one that ends within a rarer character (陈小𠮷) has all of it. */
function withWholeCharacters(text: string, one: MentionCandidate): MentionCandidate {
  const whole = wholeCharacters(text, one);
  return whole === one ? one : { ...whole, name: textOf(text, whole).replace(/[ \u3000]/g, '') };
}

/** A person with the words of office before the name, which begin after the person before. */
function titled(
  text: string,
  person: MentionCandidate,
  officeEnds: OfficeEnds,
  surroundings: OfficeSurroundings,
): MentionCandidate {
  let end = person.start;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  const before = officeTitleBefore(text, end, officeEnds, surroundings);
  if (!before) return person;
  const words = text.slice(before.start, end);
  return { ...person, officeTitle: words, evidence: [{ kind: 'title', text: words }, ...person.evidence] };
}

/** Which characters of a text belong to the names of places of two characters or more. */
function nameCharacters(text: string, places: readonly MentionCandidate[]): (at: number) => boolean {
  const taken = new Uint8Array(text.length);
  for (const { start, end, score } of places)
    if (end - start > 1 && score >= HIGH_CONFIDENCE) taken.fill(1, start, end);
  return (at) => taken[at] === 1;
}
