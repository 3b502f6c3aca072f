import type { Knowledge } from '../knowledge/model';
import { dictionaryNames, namesakesIn } from './dictionaryNames';
import { foreignNamesIn } from './foreignNames';
import { LIKELY, SURE, withoutOverlaps, type Found } from './found';
import { officesIn, titleBefore } from './offices';
import { organisationNamesIn } from './organisationNames';
import { personNamesIn } from './personNames';
import { placeNamesIn } from './placeNames';
import { outsideSetWords } from './setWords';
import type { Tagger } from './tagger';
import { weighedByTagger } from './taggerEvidence';

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
  const likely = weighed.filter(({ score }) => score >= LIKELY);
  return withoutOverlaps(outsideSetWords(text, likely, matches, knowledge)).map((one) =>
    one.type === 'person' ? titled(text, namesakes.named(one), officeEnds) : namesakes.named(one),
  );
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
