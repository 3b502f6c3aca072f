import type { EntityId, Gazetteer, PartialDate } from '../model';
import { placesNamed } from '../places';

/**
 * The only place that bore a name from a date on; without a date, the only one that still exists. In the year in which a place
 * ended and another took its name, the later one is meant.
 */
export function onlyPlace(gazetteer: Gazetteer | undefined, name: string, date?: PartialDate): EntityId | undefined {
  const places = gazetteer ? placesNamed(gazetteer, name, date) : [];
  const year = date?.slice(0, 4) ?? '';
  const [place, ...others] = places.length < 2 ? places : places.filter(({ to = '9999' }) => to.slice(0, 4) > year);
  return others.length === 0 ? place?.id : undefined;
}
