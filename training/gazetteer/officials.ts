/**
 * Builds dictionaries/gazetteer/officials.tsv; run from the project's folder:
 *
 *   node scripts/run.mjs training/gazetteer/officials.ts SOURCES_FOLDER
 *
 * SOURCES_FOLDER holds mayors.csv, party_secretaries.csv and wiki_elite.json; dictionaries/README.md says where they come from.
 * places.tsv must be built before, because posts are told by their division.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './sources/csv';
import { readDivisions } from './officials/divisions';
import { figuresOf } from './officials/figures';
import { merged, type Known, type Leader } from './officials/merge';
import { officialsOf } from './officials/people';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: officials.ts SOURCES_FOLDER');
const source = (name: string): string => readFileSync(join(folder, name), 'utf8');
const places = readFileSync('dictionaries/gazetteer/places.tsv', 'utf8');
const divisions = readDivisions(places);
const placeNames = new Map(places.split('\n').map((line) => [line.split('\t')[1] ?? '', line.split('\t')[2] ?? '']));
const officials = officialsOf(
  [...readCsv(source('mayors.csv')), ...readCsv(source('party_secretaries.csv'))],
  divisions,
);
const people = merged(officials, figuresOf(JSON.parse(source('wiki_elite.json')), divisions), leaders());

/** What only people have stands last, where posts need not even have tabs for it. */
const COLUMNS = [
  'type',
  'id',
  'office',
  'organisation',
  'place',
  'from',
  'to',
  'source',
  'name',
  'aliases',
  'note',
] as const;
const rows = named(people)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .flatMap(([id, person]) => rowsOf(id, person));
writeFileSync('dictionaries/gazetteer/officials.tsv', [COLUMNS.join('\t'), ...rows].join('\n') + '\n');
console.error(`${people.length} people, ${rows.length - people.length} posts`);

/** The name is the id; of namesakes the code of the city goes with it, and a number where even that is not enough. */
function named(all: readonly Known[]): [string, Known][] {
  const sharing = new Map<string, number>();
  for (const { name } of all) sharing.set(name, (sharing.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return all.map((person) => {
    const base = sharing.get(person.name) === 1 ? person.name : [person.name, person.city].filter(Boolean).join('-');
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    return [id, { ...person, note: id === person.name ? '' : noteOn(person) }];
  });
}

function rowsOf(id: string, person: Known & { readonly note?: string }): string[] {
  const { name, aliases, source: from, note = '' } = person;
  const row = (cells: Partial<Record<(typeof COLUMNS)[number], string>>): string =>
    COLUMNS.map((column) => cells[column] ?? '')
      .join('\t')
      .trimEnd();
  return [
    row({ type: 'person', id, name, aliases: aliases.join('|'), note, source: from }),
    ...person.posts.map((post) => row({ type: 'post', id, ...post })),
  ];
}

/** By what a namesake is known: the last post at the head of a division, else the last post. */
function noteOn({ posts }: Known): string {
  const post =
    posts.findLast(({ office }) => /^(?:[省市州]委书记|地委书记|盟委书记|[省市州盟]长|专员)$/.test(office)) ??
    posts.at(-1);
  if (!post) return '';
  const { office, organisation, place, from, to } = post;
  const words =
    (placeNames.get(place) ?? '').replace(new RegExp(`${(organisation + office).charAt(0)}$`), '') +
    organisation +
    office;
  return from === undefined && to === undefined ? words : `${words}（${from ?? ''}—${to ?? ''}）`;
}

function leaders(): Leader[] {
  const [, ...lines] = readFileSync('training/gazetteer/officials/leaders.tsv', 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [name = '', office = '', organisation = '', from = '', to = ''] = line.split('\t');
    return { name, post: { office, organisation, place: '', from, ...(to && { to }) } };
  });
}
