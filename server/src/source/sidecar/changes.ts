import { isSameJson, ownField } from '../../core/json';
import { omit } from '../../core/omit';
import { sidecarSchema, type JsonObject, type Sidecar } from './schema';

/** A change of one thing that a sidecar says apart from annotations: what it was and what it has become. */
export interface SidecarChange {
  /** `field` is a field of the sidecar that another program has written. */
  readonly part: 'issue' | 'structure' | 'conflicts' | 'field';
  /** The fact, the id of the decision, the conflict as JSON, or the field. */
  readonly name: string;
  /** Undefined where there is none. */
  readonly from: unknown;
  readonly to: unknown;
  /** Its place in the list of decisions or conflicts. */
  readonly at?: number;
}

/** How a sidecar has been changed apart from annotations and what was dismissed. */
export function changesBetween(before: Sidecar, after: Sidecar): readonly SidecarChange[] {
  return [
    ...fieldChanges('issue', before.issue, after.issue),
    ...listChanges('structure', before.structure ?? [], after.structure ?? [], ({ id }) => id),
    ...listChanges('conflicts', conflictsIn(before), conflictsIn(after), (one) => JSON.stringify(one)),
    ...fieldChanges('field', unknownFields(before), unknownFields(after)),
  ];
}

/** The change that takes a change back. */
export function takenBack(change: SidecarChange): SidecarChange {
  return { ...change, from: change.to, to: change.from };
}

/** A sidecar with changes made again or reverted, except where somebody else has changed the same thing since. */
export function withChanges(sidecar: Sidecar, changes: readonly SidecarChange[]): Sidecar {
  return changes.reduce(withChange, sidecar);
}

function withChange(sidecar: Sidecar, { part, name, from, to, at = Infinity }: SidecarChange): Sidecar {
  switch (part) {
    case 'issue':
      return { ...sidecar, issue: withField(sidecar.issue, name, from, to) };
    case 'field':
      return withField(sidecar as unknown as JsonObject, name, from, to) as unknown as Sidecar;
    case 'structure': {
      const list = withItem(sidecar.structure ?? [], ({ id }) => id === name, from, to, at);
      return { ...sidecar, structure: list as NonNullable<Sidecar['structure']> };
    }
    case 'conflicts': {
      const list = withItem(conflictsIn(sidecar), (one) => JSON.stringify(one) === name, from, to, at);
      const rest = omit(sidecar as Sidecar & { readonly conflicts?: unknown }, 'conflicts');
      return (list.length > 0 ? { ...rest, conflicts: list } : rest) as Sidecar;
    }
  }
}

function withField(record: JsonObject, name: string, from: unknown, to: unknown): JsonObject {
  if (!isSameJson(ownField(record, name), from)) return record;
  // Not a plain assignment: a field may be called __proto__.
  const others = Object.entries(record).filter(([other]) => other !== name);
  return Object.fromEntries(to === undefined ? others : [...others, [name, to]]);
}

function withItem<Item extends object>(
  list: readonly Item[],
  isIt: (item: Item) => boolean,
  from: unknown,
  to: unknown,
  at: number,
): readonly unknown[] {
  const index = list.findIndex(isIt);
  const now = index < 0 ? undefined : list[index];
  if (!isSameJson(withoutReferences(now), withoutReferences(from))) return list;
  const place = index < 0 ? Math.min(at, list.length) : index;
  const others = list.filter((item) => item !== now);
  return to === undefined ? others : [...others.slice(0, place), to, ...others.slice(place)];
}

/** References to lines are made from the text at each save. */
function withoutReferences(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? omit(item as JsonObject, 'line', 'to') : item;
}

function fieldChanges(part: 'issue' | 'field', before: JsonObject, after: JsonObject): readonly SidecarChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [from, to] = [ownField(before, name), ownField(after, name)];
    return isSameJson(from, to) ? [] : [{ part, name, from, to }];
  });
}

function listChanges<Item>(
  part: 'structure' | 'conflicts',
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): readonly SidecarChange[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((item, at) => [nameOf(item), { item, at }])));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((name) => {
    const [from, to] = [old?.get(name), now?.get(name)];
    const at = from?.at ?? to?.at ?? 0;
    return isSameJson(from?.item, to?.item) ? [] : [{ part, name, from: from?.item, to: to?.item, at }];
  });
}

function conflictsIn(sidecar: Sidecar): readonly object[] {
  const { conflicts } = sidecar as Sidecar & { readonly conflicts?: unknown };
  const listed: readonly unknown[] = Array.isArray(conflicts) ? conflicts : [];
  return listed.filter((one) => typeof one === 'object' && one !== null);
}

/** The fields that another program has written. */
function unknownFields(sidecar: Sidecar): JsonObject {
  const fields = Object.entries(sidecar).filter(
    ([name]) => !Object.hasOwn(sidecarSchema.entries, name) && name !== 'conflicts',
  );
  return Object.fromEntries(fields);
}
