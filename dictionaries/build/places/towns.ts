import type { PlaceRow } from './placeRow';
import { shortTownNames } from './shortNames';
import { readTable } from './sources';

/**
 * Towns, townships and subdistricts as the statistics of 30 June 2023 count them, from `streets.csv`, and the zones that
 * the statistics treat as counties, from `areas.csv`. Towns have no history here: no source gives it for the country.
 */
export function towns(folder: string, counties: ReadonlySet<string>): PlaceRow[] {
  const zones = readTable(folder, 'areas.csv')
    .map(([code = '', name = '']) => ({ id: code, name, aliases: [], kind: 'county', source: 'modood' }) as const)
    .filter(({ id, name }) => !counties.has(id) && name !== '嘉峪关市');
  const streets = readTable(folder, 'streets.csv').map(([code = '', printed = '']) => {
    const name = printed.replace(/街道办事处$/, '街道');
    return { id: code, name, aliases: shortTownNames(name), kind: 'town', source: 'modood' } as const;
  });
  return [...zones, ...streets];
}
