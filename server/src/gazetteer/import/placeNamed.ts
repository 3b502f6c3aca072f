import type { EntityId, Gazetteer, PartialDate } from '../model';
import { placesNamed } from '../places';

/** The only place that a text of a date can mean by a name; without a date, the only one that still exists. */
export function onlyPlace(gazetteer: Gazetteer | undefined, name: string, date?: PartialDate): EntityId | undefined {
  const [place, ...others] = gazetteer ? placesNamed(gazetteer, name, date) : [];
  return others.length === 0 ? place?.id : undefined;
}
