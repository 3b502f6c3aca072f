/**
 * Builds dictionaries/gazetteer/organisations.tsv; run from the project's folder:
 *
 *   node scripts/run.mjs training/gazetteer/organisations.ts SOURCES_FOLDER
 *
 * From three sources: organisations/central.txt (an organisation a line, other names after |) and local.txt (what every
 * level has, with the levels that have it), both written for Galley; the organs of officials.tsv that several posts name;
 * and the graph Chinese-Elite (wiki_elite.json in SOURCES_FOLDER).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphOrganisations } from './organisations/graph';
import { sphereOf } from './organisations/spheres';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: organisations.ts SOURCES_FOLDER');

/** Posts by which an organ of officials.tsv is known well enough. */
const LEAST_POSTS = 4;

interface Organisation {
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly source: string;
}

const found = new Map<string, Organisation>();
const taken = new Set<string>();
for (const { name, aliases, kind } of [...readList('central.txt', centralNames), ...readList('local.txt', localNames)])
  add(name, { aliases, kind, source: 'galley' });
for (const name of organsOfOfficials()) add(name, { aliases: [], kind: sphereOf(name), source: 'city-leaders' });
for (const { name, aliases } of graphOrganisations(readFileSync(join(folder, 'wiki_elite.json'), 'utf8')))
  add(name, { aliases, kind: sphereOf(name), source: 'chinese-elite' });

const lines = [...found]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, { aliases, kind, source }]) => ['organisation', name, name, aliases.join('|'), kind, source].join('\t'));
writeFileSync(
  'dictionaries/gazetteer/organisations.tsv',
  ['type\tid\tname\taliases\tkind\tsource', ...lines].join('\n') + '\n',
);
console.error(`${lines.length} organisations`);

/** The first source that names an organisation has it; a name means one organisation only. */
function add(name: string, { aliases, kind, source }: Organisation): void {
  if (taken.has(name)) return;
  taken.add(name);
  const free = aliases.filter((alias) => !taken.has(alias));
  for (const alias of free) taken.add(alias);
  found.set(name, { aliases: free, kind, source });
}

interface Listed {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
}

function readList(file: string, namesOf: (line: string, levels: string) => readonly string[][]): Listed[] {
  const groups = readFileSync(join('training/gazetteer/organisations', file), 'utf8').split(/^# /m).filter(Boolean);
  return groups.flatMap((group) => {
    const [head = '', ...rows] = group.trim().split('\n');
    const [kind = 'other', levels = ''] = head.split(' ');
    return rows
      .flatMap((row) => namesOf(row, levels))
      .filter(({ length }) => length > 0)
      .map(([name = '', ...aliases]) => ({ name, aliases, kind }));
  });
}

function centralNames(line: string): string[][] {
  return [line.split('|')];
}

/**
 * 发展和改革委员会|发改委 for 省市县 is 省发展和改革委员会|省发改委 and so on; only provinces have a 厅. The levels of a group
 * end with 自治区, where it has it.
 */
function localNames(line: string, levels: string): string[][] {
  const each = levels.endsWith('自治区') ? [...levels.slice(0, -3), '自治区'] : [...levels];
  return each.map((level) => {
    const names = line
      .split('|')
      .filter((name) => !name.endsWith('厅') || /^(?:省|自治区)$/.test(level) || name.startsWith('委'));
    return names.map((name) => (level === '自治区' && name.startsWith('委') ? `自治区党${name}` : level + name));
  });
}

function organsOfOfficials(): string[] {
  const [header = '', ...rows] = readFileSync('dictionaries/gazetteer/officials.tsv', 'utf8').split('\n');
  const column = header.split('\t').indexOf('organisation');
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = row.split('\t')[column] ?? '';
    if (/^[\u4e00-\u9fff]{4,20}$/.test(name) && !/[乡镇]$|^中华人民共和国$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_POSTS)
    .map(([name]) => name)
    .sort();
}
