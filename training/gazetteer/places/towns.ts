import type { PlaceRow } from './placeRow';
import { shortTownNames } from './shortNames';
import { readTable } from './sources';

/**
 * Towns, townships and subdistricts as the statistics of 30 June 2023 count them, from `streets.csv`, and the zones that
 * the statistics treat as counties, from `areas.csv`. Towns have no history here: no source gives it for the country.
 */
export function towns(
  folder: string,
  divisions: readonly PlaceRow[],
  genericNames: ReadonlySet<string>,
): readonly PlaceRow[] {
  const nameOf = new Map(divisions.map(({ id, name }) => [id, name]));
  const zones = readTable(folder, 'areas.csv')
    .map(({ code: id = '', name = '' }) => ({ id, name, aliases: [], kind: 'county', source: 'modood' }) as const)
    .filter(({ id, name }) => !nameOf.has(id) && name !== '嘉峪关市');
  for (const { id, name } of zones) nameOf.set(id, name);
  const streets = readTable(folder, 'streets.csv').map(
    ({ code: id = '', name: printed = '', areaCode: county = '' }) => {
      const own = printed.replace(/街道办事处$/, '街道');
      const name = genericNames.has(own) ? `${nameOf.get(county) ?? ''}${own}` : own;
      return { id, name, aliases: shortTownNames(own), kind: 'town', source: 'modood' } as const;
    },
  );
  return [...zones, ...streets];
}
