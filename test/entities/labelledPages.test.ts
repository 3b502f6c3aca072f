import { describe, expect, test } from 'vitest';
import { findGazetteer } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { analysed } from '../support/analysed';
import { LABELLED_PAGES } from '../support/labelledPages';

describe.each(LABELLED_PAGES)('$labels.file', ({ text, labels }) => {
  /** Everyone with the places of all mentions and the office, as the page words it; by name. */
  const labelled = labels.people
    .map(({ name: person, office, mentions }) => ({ person, office, mentions }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));

  test.each(['with dictionaries and tagger', 'with dictionaries alone'])('its people, %s', async (what) => {
    const { gazetteer } = await findGazetteer(undefined, []);
    const tagger = what.endsWith('tagger') ? await loadTagger() : undefined;
    const people = new Map<string, { office: string | null; mentions: [number, number][] }>();
    for (const { type, confidence, span, name: person, office } of analysed(text, { gazetteer, tagger }).mentions) {
      if (type !== 'person' || confidence !== 'high') continue;
      const known = people.get(person) ?? { office: office ?? null, mentions: [] };
      known.mentions.push([span.start, span.end]);
      people.set(person, known);
    }
    const found = Array.from(people, ([person, facts]) => ({ person, ...facts }));
    expect(found.sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual(labelled);
  });
});
