import { readFileSync } from 'node:fs';
import type { PlaceRow } from './placeRow';

/** Countries and their cities, from `countries.tsv`. A city's id is that of its country with its name: US-纽约. */
export function countries(file: string): PlaceRow[] {
  const [, ...lines] = linesOf(file);
  return lines.flatMap((line) => {
    const [id = '', name = '', aliases = '', from = '', to = '', cities = ''] = line.split('\t');
    const country: PlaceRow = {
      id,
      name,
      aliases: aliases.split('|').filter(Boolean),
      kind: 'country',
      from: from === '' ? undefined : Number(from),
      to: to === '' ? undefined : Number(to),
      source: 'galley',
    };
    const within = cities.split('|').filter(Boolean);
    return [country, ...within.map((names) => namedPlace(names, id))];
  });
}

/** Rivers, mountains, seas and the like, from `landscape.txt`. Their ids are their names. */
export function landscape(file: string): PlaceRow[] {
  return linesOf(file).flatMap((line) => line.split(' ').map((names) => namedPlace(names)));
}

function namedPlace(names: string, parent?: string): PlaceRow {
  const [name = '', ...aliases] = names.split('=');
  const where = parent === undefined ? { id: name } : { id: `${parent}-${name}`, parent };
  return { ...where, name, aliases, kind: 'other', source: 'galley' };
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
