import type { Knowledge } from '../knowledge/model';
import { dictionaryNames, namesakesIn } from './dictionaryNames';
import { foreignNamesIn } from './foreignNames';
import { LIKELY, SURE, withoutOverlaps, type Found } from './found';
import { officesIn, titleBefore, type OfficeEnds } from './offices';
import { organisationNamesIn } from './organisationNames';
import { personNamesIn } from './personNames';
import { placeNamesIn } from './placeNames';
import { outsideSetWords } from './setWords';
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
  const officeEnds = new Map(offices.map(({ start, end }) => [end, start]));
  const known = knowledge ? dictionaryNames(text, matches, knowledge) : [];
  const places = placeNamesIn(
    text,
    known.filter(({ type }) => type === 'place'),
  );
  const namesakes = namesakesIn(matches);
  const found: Found[] = [
    ...personNamesIn(text, { officeEnds, support: namesakes.support }),
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
  const weighed = tagger ? weighedByTagger(text, found, tagger.tag(text)) : found;
  const likely = weighed.map((one) => doubted(text, one)).filter(({ score }) => score >= LIKELY);
  let lastPerson = 0;
  return withoutOverlaps(outsideSetWords(text, likely, matches, knowledge)).map((one) => {
    const named = namesakes.named(one);
    if (one.type !== 'person') return named;
    const from = lastPerson;
    if (one.score >= SURE) lastPerson = one.end;
    return titled(text, named, from, officeEnds);
  });
}

/** What looks like a place (青溪县, 柳渡老街) is hardly a person, unless more than its shape speaks for one. */
function doubted(text: string, one: Found): Found {
  if (one.type !== 'person') return one;
  const { placeEndings, streetEndings } = ENTITY_WORDS;
  const isPlaceShaped =
    placeEndings.lengthBefore(text, one.end) > 0 ||
    placeEndings.lengthAt(text, one.end) > 0 ||
    streetEndings.lengthAt(text, one.end) > 0;
  return isPlaceShaped ? { ...one, score: one.score - PLACE_SHAPED } : one;
}

/** In bits: a title or a byline outweighs it, a tagger alone does not. */
const PLACE_SHAPED = 5;

/** A person with the words of office before the name. Those behind another person begin after a word such as 同. */
function titled(text: string, person: Found, from: number, officeEnds: OfficeEnds): Found {
  let end = person.start;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  const title = titleBefore(text, end, officeEnds);
  if (!title || from >= end) return person;
  const start = title.start >= from ? title.start : afterCompany(text, from, end);
  const words = text.slice(start, end);
  return { ...person, title: words, evidence: [{ kind: 'title', text: words }, ...person.evidence] };
}

/** Behind the last 同, 和 and the like before `end`; `from` where there is none. */
function afterCompany(text: string, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) if (/[同与和对向见]/.test(text.charAt(at))) return at + 1;
  return from;
}
