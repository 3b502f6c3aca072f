import { entityIdOf, listIn } from '../format/columns';
import type { ImportOptions, ImportSource } from '../import/model';
import { onlyPlace } from '../import/placeNamed';
import { importTable } from '../import/table';
import type { EntityId, EntryType, Gazetteer } from '../model';

/** Finds the only place that bore a name on a date: among the places of the tables, else among those that ship. */
export function placesOf(
  sources: readonly ImportSource[],
  type: EntryType | undefined,
  shipped: Gazetteer,
): ImportOptions['placeNamed'] {
  const named = new Map<string, Set<EntityId>>();
  for (const source of sources)
    for (const { fields } of importTable(source, { type, placeNamed: () => undefined, isKnown: () => true }).rows) {
      if (fields.type !== 'place') continue;
      for (const name of [fields.name ?? '', ...listIn(fields.aliases)])
        named.set(name, (named.get(name) ?? new Set()).add(entityIdOf('place', fields)));
    }
  return (name, date) => {
    const own = named.get(name);
    if (!own) return onlyPlace(shipped, name, date);
    return own.size === 1 ? [...own][0] : undefined;
  };
}
