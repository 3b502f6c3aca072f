import { isSameJson } from '../../core/json';
import type { JsonObject, Rejection, Relation, Sidecar, StructureDecision } from './schema';

/** Two versions of a sidecar as one. */
export interface Merge {
  readonly sidecar: Sidecar;
  /** How many values were not taken, because both versions have changed the same thing. They are kept in `conflicts`. */
  readonly conflicts: number;
}

/**
 * Merges two versions of a sidecar that have a common ancestor; without one, everything that either has is kept.
 * - What one version has added, changed or removed is taken from it.
 * - A record that one version has removed and the other has changed is kept.
 * - Where both have changed one field of an annotation, the annotation with the later `modified` wins; elsewhere `ours`.
 *   The other value is added to the `conflicts` of the annotation, with who wrote it and when, or of the sidecar.
 */
export function mergeSidecars(base: Sidecar, ours: Sidecar, theirs: Sidecar): Merge {
  const merged: { conflicts: number } = { conflicts: 0 };
  const lists = (name: ListName): readonly JsonObject[] =>
    mergeLists(KEYS[name], [base[name] ?? [], ours[name] ?? [], theirs[name] ?? []], merged, DERIVED[name]);
  const facts = mergeFields([base.issue, ours.issue, theirs.issue], 'ours');
  const rest = mergeFields([restOf(base), restOf(ours), restOf(theirs)], 'ours');
  const lost = [...facts.lost.map(({ field, value }) => ({ field: `issue.${field}`, value })), ...rest.lost];
  merged.conflicts += lost.length;
  const annotations = [...lists('annotations')].sort((one, other) => startOf(one) - startOf(other));
  const sidecar = {
    ...withConflicts(rest.value, lost),
    version: ours.version,
    issue: isSameJson(facts.value, ours.issue) ? ours.issue : facts.value,
    dismissed: lists('dismissed') as Sidecar['dismissed'],
    annotations,
    ...(ours.relations || theirs.relations ? { relations: lists('relations') as readonly Relation[] } : {}),
    ...(ours.rejected || theirs.rejected ? { rejected: lists('rejected') as readonly Rejection[] } : {}),
    corrections: lists('corrections'),
    ...(ours.structure || theirs.structure
      ? { structure: lists('structure') as unknown as readonly StructureDecision[] }
      : {}),
  };
  return { sidecar, conflicts: merged.conflicts };
}

/** A value of the common ancestor, of ours and of theirs. */
type Versions<Value> = readonly [base: Value, ours: Value, theirs: Value];

/** What tells the records of a list apart. */
const KEYS = {
  annotations: idOf,
  dismissed: ({ fingerprint }: JsonObject) => String(fingerprint),
  relations: idOf,
  rejected: idOf,
  corrections: idOf,
  structure: idOf,
};

/** The id of a record; the whole record where another program has written it without one. */
function idOf({ id, ...rest }: JsonObject): string {
  return typeof id === 'string' ? id : JSON.stringify(rest);
}

type ListName = keyof typeof KEYS;

/**
 * Fields that are no conflict where both have changed them: a reference to a line is made from the text at each save, and two
 * people who dismiss the same finding do so at different times.
 */
const DERIVED: Readonly<Partial<Record<ListName, ReadonlySet<string>>>> = {
  structure: new Set(['line', 'to']),
  dismissed: new Set(['text', 'at']),
};

/** The fields of a sidecar that are merged in no special way. */
function restOf(sidecar: Sidecar): JsonObject {
  return Object.fromEntries(
    Object.entries(sidecar).filter(([field]) => field !== 'issue' && !Object.hasOwn(KEYS, field)),
  );
}

function mergeLists(
  keyOf: (record: JsonObject) => string,
  lists: Versions<readonly JsonObject[]>,
  merged: { conflicts: number },
  derived: ReadonlySet<string> = new Set(),
): readonly JsonObject[] {
  const [base, ours, theirs] = lists.map((list) => byKey(keyOf, list)) as [
    Map<string, JsonObject>,
    Map<string, JsonObject>,
    Map<string, JsonObject>,
  ];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) => {
    const [before, our, their] = [base.get(key), ours.get(key), theirs.get(key)];
    if (!our || !their) {
      const left = our ?? their;
      // Removed by one, and left as it was by the other.
      return !left || (before && isSameJson(before, left)) ? [] : [left];
    }
    const winner = modifiedOf(their) > modifiedOf(our) ? 'theirs' : 'ours';
    const { value, lost: all } = mergeFields([before ?? {}, our, their], winner);
    const writer = writerOf(winner === 'ours' ? their : our);
    const lost = all.filter(({ field }) => !derived.has(field)).map((one) => ({ ...one, ...writer }));
    merged.conflicts += lost.length;
    const record = withConflicts(value, lost);
    return [isSameJson(record, our) ? our : record];
  });
}

/** The records of a list by their keys. Several with one key, which another program may have written, are all kept. */
function byKey(keyOf: (record: JsonObject) => string, list: readonly JsonObject[]): Map<string, JsonObject> {
  const times = new Map<string, number>();
  return new Map(
    list.map((record) => {
      const key = keyOf(record);
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return [JSON.stringify([key, time]), record];
    }),
  );
}

/** Merges objects field by field. What both have changed differently is taken from the winner, and `lost` has the other. */
function mergeFields(
  [base, ours, theirs]: Versions<JsonObject>,
  winner: 'ours' | 'theirs',
): { readonly value: JsonObject; readonly lost: readonly { field: string; value: unknown }[] } {
  const lost: { field: string; value: unknown }[] = [];
  const author = authorOf([base, ours, theirs], winner);
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((field) => {
    if (AUTHORSHIP.has(field)) return Object.hasOwn(author, field) ? [[field, author[field]] as const] : [];
    const [before, our, their] = [base, ours, theirs].map((version) => ownField(version, field));
    const isOurs = isSameJson(before, their) || isSameJson(our, their);
    const isTheirs = !isOurs && isSameJson(before, our);
    if (!isOurs && !isTheirs) lost.push({ field, value: winner === 'ours' ? their : our });
    const value = isOurs || (!isTheirs && winner === 'ours') ? our : their;
    return value === undefined ? [] : [[field, value] as const];
  });
  // Not a plain assignment: a field may be called __proto__.
  return { value: Object.fromEntries(fields), lost };
}

/** The value of a field; undefined where there is none, even if it is called constructor or __proto__. */
function ownField(version: JsonObject, field: string): unknown {
  return Object.hasOwn(version, field) ? version[field] : undefined;
}

function withConflicts(value: JsonObject, lost: readonly { field: string; value: unknown }[]): JsonObject {
  if (lost.length === 0) return value;
  const earlier: readonly unknown[] = Array.isArray(value['conflicts']) ? value['conflicts'] : [];
  const known = new Set(earlier.map((conflict) => JSON.stringify(conflict)));
  return { ...value, conflicts: [...earlier, ...lost.filter((conflict) => !known.has(JSON.stringify(conflict)))] };
}

/** Who changed a record and when belong together: both come from one version, and are no conflict. */
const AUTHORSHIP: ReadonlySet<string> = new Set(['modified', 'modifiedBy']);

/** The version that was modified; the winner where both were. */
function authorOf([base, ours, theirs]: Versions<JsonObject>, winner: 'ours' | 'theirs'): JsonObject {
  if (isSameJson(base['modified'], theirs['modified'])) return ours;
  if (isSameJson(base['modified'], ours['modified'])) return theirs;
  return winner === 'ours' ? ours : theirs;
}

/** Who wrote the values of a record, and when, as far as it says. */
function writerOf({ by, modifiedBy, created, modified }: JsonObject): { readonly by?: string; readonly at?: string } {
  const [who, at] = [modifiedBy ?? by, modified ?? created];
  return { ...(typeof who === 'string' ? { by: who } : {}), ...(typeof at === 'string' ? { at } : {}) };
}

/** When a record was last changed, as ISO 8601; empty where it does not say. */
function modifiedOf({ modified }: JsonObject): string {
  return typeof modified === 'string' ? modified : '';
}

/** Where an annotation begins; those of other programs come last, in their order. */
function startOf({ target }: JsonObject): number {
  const start: unknown = typeof target === 'object' && target !== null && 'start' in target ? target.start : undefined;
  return typeof start === 'number' ? start : Number.MAX_SAFE_INTEGER;
}
