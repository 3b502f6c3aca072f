import { groupBy } from '../core/groups';
import { settledEntry } from '../entities/namedKey';
import type { EntityExport, Register, Registered } from './schema';

/** Gathers the entities of all articles: each person, place and organisation once, in the order of first mention. */
export function exportRegister(entities: readonly EntityExport[]): Register {
  return {
    people: registered(entities, 'person'),
    places: registered(entities, 'place'),
    organisations: registered(entities, 'organisation'),
  };
}

function registered(entities: readonly EntityExport[], type: EntityExport['type']): Registered[] {
  const groups = groupBy(
    entities.filter((entity) => entity.type === type),
    (entity) => settledEntry(entity.links) ?? entity.name,
  );
  return Array.from(groups.values(), (group, index): Registered => {
    const [first] = group;
    const label = first?.name ?? '';
    const office = group.find((entity) => entity.office !== undefined)?.office;
    const forms = new Set(group.flatMap(({ name, text }) => [name, text]));
    forms.delete(label);
    return {
      id: (first && settledEntry(first.links)) ?? `${type}-${index + 1}`,
      label,
      aliases: [...forms],
      ...(office === undefined ? {} : { office }),
      links: [...new Set(group.flatMap(({ links }) => links))],
      mentions: group.map(({ id }) => id),
    };
  });
}
