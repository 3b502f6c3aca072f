import { textOf } from '../../core/span';
import { wholeCharacters } from '../../core/wholeCharacters';
import type { Gazetteer } from '../../gazetteer/model';
import { dictionaryNames, namesakesIn } from './gazetteerNames';
import { foreignNamesIn } from './persons/foreignNames';
import { MEDIUM_CONFIDENCE, HIGH_CONFIDENCE, withoutOverlaps, type MentionCandidate } from './candidate';
import { ownNamesIn } from './ownNames';
import { officesIn, officeTitleBefore, type OfficeEnds } from './offices/offices';
import { organisationNamesIn } from './organisations/organisationNames';
import { personNamesIn } from './persons/chineseNames';
import { placeNamesIn } from './places/placeNames';
import { excludeSetPhrases } from './setWords';
import type { Tagger } from './tagger/tagger';
import { weighedByTagger } from './tagger/taggerEvidence';
import { ENTITY_WORDS } from './vocabulary';

/** What mentions are found with; without dictionaries and tagger the words and shapes of the page itself remain. */
export interface MentionResources {
  readonly gazetteer?: Gazetteer | undefined;
  readonly tagger?: Tagger | undefined;
}

/** The mentions that a text shows by itself, in text order and without overlaps. Spans are into the text. */
export function mentionsInText(text: string, { gazetteer, tagger }: MentionResources): readonly MentionCandidate[] {
  const matches = gazetteer?.namesIn(text) ?? [];
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
  const weighed = tagger ? weighedByTagger(text, found, tagger.tag(text)) : found;
  const plausible = weighed
    .map((one) => withPlacePenalty(text, withWholeCharacters(text, one)))
    .filter(({ score }) => score >= MEDIUM_CONFIDENCE);
  let lastPerson = 0;
  const own = gazetteer ? ownNamesIn(text, matches, gazetteer) : [];
  return withoutOverlaps([...own, ...excludeSetPhrases(text, plausible, matches, gazetteer)]).map((one) => {
    const named = namesakes.named(one);
    if (one.type !== 'person') return named;
    const from = lastPerson;
    if (one.score >= HIGH_CONFIDENCE) lastPerson = one.end;
    return titled(text, named, from, officeEnds);
  });
}

/** Names are read by code units of the basic plane; one that ends within a rarer character (陈小𠮷) has all of it. */
function withWholeCharacters(text: string, one: MentionCandidate): MentionCandidate {
  const whole = wholeCharacters(text, one);
  return whole === one ? one : { ...whole, name: textOf(text, whole).replace(/[ \u3000]/g, '') };
}

/** What looks like a place (青溪县, 柳渡老街) is hardly a person, unless more than its shape speaks for one. */
function withPlacePenalty(text: string, one: MentionCandidate): MentionCandidate {
  if (one.type !== 'person') return one;
  const { placeEndings, streetEndings } = ENTITY_WORDS;
  const isPlaceShaped =
    placeEndings.lengthBefore(text, one.end) > 0 ||
    placeEndings.lengthAt(text, one.end) > 0 ||
    streetEndings.lengthAt(text, one.end) > 0;
  return isPlaceShaped ? { ...one, score: one.score - PLACE_PENALTY } : one;
}

/** In bits: a title or a byline outweighs it, a tagger alone does not. */
const PLACE_PENALTY = 5;

/** A person with the words of office before the name. Those behind another person begin after a word such as 同. */
function titled(text: string, person: MentionCandidate, from: number, officeEnds: OfficeEnds): MentionCandidate {
  let end = person.start;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  const before = officeTitleBefore(text, end, officeEnds);
  if (!before || from >= end) return person;
  const start = before.start >= from ? before.start : afterCompany(text, from, end);
  const words = text.slice(start, end);
  return { ...person, officeTitle: words, evidence: [{ kind: 'title', text: words }, ...person.evidence] };
}

/** Behind the last 同, 和 and the like before `end`; `from` where there is none. */
function afterCompany(text: string, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) if (/[同与和对向见]/.test(text.charAt(at))) return at + 1;
  return from;
}
