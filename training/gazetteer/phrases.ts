/**
 * Builds dictionaries/gazetteer/phrases.tsv; run from the project's folder:
 *
 *   node scripts/run.mjs training/gazetteer/phrases.ts
 *
 * From two lists written for Galley: phrases/compounds.txt (a compound, its members as places.tsv calls them, and after =
 * other words for it) and phrases/political.txt (a set phrase a line). places.tsv must be built before.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const idsByName = placeIds();
const rows = [...compounds(), ...political()].sort(([, one = ''], [, other = '']) => (one < other ? -1 : 1));
const lines = ['type\tid\tname\taliases\tmembers\tsource', ...rows.map((row) => row.join('\t'))];
writeFileSync('dictionaries/gazetteer/phrases.tsv', lines.join('\n') + '\n');
console.error(`${rows.length} phrases`);

function compounds(): string[][] {
  return linesOf('compounds').map((line) => {
    const [words = '', others = ''] = line.split(' = ');
    const [name = '', ...members] = words.split(' ');
    const ids = members.map((member) => {
      const id = idsByName.get(member);
      if (id === undefined) throw new Error(`${name}: places.tsv has no ${member}`);
      return id;
    });
    return ['phrase', name, name, others.split(' ').filter(Boolean).join('|'), ids.join('|'), 'galley'];
  });
}

function political(): string[][] {
  return linesOf('political').map((name) => ['phrase', name, name, '', '', 'galley']);
}

function linesOf(list: string): string[] {
  return readFileSync(`training/gazetteer/phrases/${list}.txt`, 'utf8').trimEnd().split('\n');
}

/** Provinces and cities by their full names; one that still exists goes before one that does not. */
function placeIds(): Map<string, string> {
  const [header = '', ...places] = readFileSync('dictionaries/gazetteer/places.tsv', 'utf8').split('\n');
  const columns = header.split('\t');
  const ids = new Map<string, string>();
  for (const level of ['county', 'city', 'province'])
    for (const isOver of [true, false])
      for (const row of places) {
        const cells = row.split('\t');
        const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
        if (cell('kind') === level && (cell('to') !== '') === isOver) ids.set(cell('name'), cell('id'));
      }
  return ids;
}
