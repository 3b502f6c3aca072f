import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findGazetteer } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { analysed } from '../support/analysed';

// Pages whose contents were labelled by hand. They belong to their user and are beside the project, if at all.
const folder = new URL('../../../shared/issues/', import.meta.url);

interface Expected {
  readonly file: string;
  readonly people: readonly {
    readonly name: string;
    readonly office: string | null;
    readonly mentions: readonly (readonly [number, number])[];
  }[];
}

const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];

test.skipIf(names.length > 0)('no labelled pages here: nothing to compare', ({ skip }) => skip());

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expected;
  const text = readFileSync(new URL(expected.file, folder), 'utf8');

  /** Everyone with the places of all mentions and the office, as the page words it; by name. */
  const labelled = expected.people
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
