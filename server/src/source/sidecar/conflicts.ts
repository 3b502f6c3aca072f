import * as v from 'valibot';
import { omit } from '../../core/omit';
import {
  issueFactsSchema,
  relationSchema,
  sidecarSchema,
  structureDecisionSchema,
  type JsonObject,
  type Relation,
  type Sidecar,
  type StructureDecision,
} from './schema';

/** A field of a record that two people have changed, as a merge keeps it. */
export interface Conflict {
  /** Its place among the conflicts of the record. */
  readonly at: number;
  readonly field: string;
  /** The value that the record has; undefined where it has none. */
  readonly kept: unknown;
  /** The value that was not taken; undefined where the field was removed. */
  readonly other: unknown;
  /** Who wrote the other value. */
  readonly by?: string;
  /** When, as ISO 8601. */
  readonly time?: string;
}

/** The conflicts of an annotation, a relation or a decision. What no merge has written is left out. */
export function conflictsOf(record: object): readonly Conflict[] {
  return listed(record).flatMap((one, at) => {
    const { field } = one;
    return typeof field === 'string' && !FIXED.has(field) ? [conflictOf(one, at, field, ownField(record, field))] : [];
  });
}

/** Whether a record has conflicts to be resolved. */
export function hasConflicts(record: object): boolean {
  return conflictsOf(record).length > 0;
}

/**
 * The record without a conflict, with the value that it has or with the other one; undefined where there is no such conflict,
 * or where the schema does not take the other value.
 */
export function withConflictResolved<Item extends object>(
  record: Item,
  at: number,
  take: 'kept' | 'other',
  schema: v.GenericSchema<unknown, Item>,
): Item | undefined {
  const conflict = conflictsOf(record).find((one) => one.at === at);
  if (!conflict) return undefined;
  const rest = withoutConflict(record, at);
  const result: unknown = take === 'kept' ? rest : withField(rest, conflict.field, conflict.other);
  return v.is(schema, result) ? (result as Item) : undefined;
}

/** The conflicts of the sidecar itself: `issue.date` is a fact of the issue, any other field one that another program has written. */
export function conflictsOfSidecar(sidecar: Sidecar): readonly Conflict[] {
  return listed(sidecar).flatMap((one, at) => {
    const { field } = one;
    if (typeof field !== 'string' || Object.hasOwn(sidecarSchema.entries, field) || FIXED.has(field)) return [];
    const fact = factIn(field);
    const kept = fact === undefined ? ownField(sidecar, field) : ownField(sidecar.issue, fact);
    return [conflictOf(one, at, field, kept)];
  });
}

/** The sidecar with one of its own conflicts resolved; the same where that cannot be done. */
export function withSidecarConflictResolved(sidecar: Sidecar, at: number, take: 'kept' | 'other'): Sidecar {
  const conflict = conflictsOfSidecar(sidecar).find((one) => one.at === at);
  if (!conflict) return sidecar;
  const rest = withoutConflict(sidecar, at) as unknown as Sidecar;
  if (take === 'kept') return rest;
  const fact = factIn(conflict.field);
  if (fact === undefined) return withField(rest, conflict.field, conflict.other) as unknown as Sidecar;
  const issue: unknown = withField(sidecar.issue, fact, conflict.other);
  return v.is(issueFactsSchema, issue) ? { ...rest, issue } : sidecar;
}

/** A relation with a conflict resolved, as `withConflictResolved` gives it. */
export function withRelationResolved(relation: Relation, at: number, take: 'kept' | 'other'): Relation | undefined {
  return withConflictResolved<Relation>(relation, at, take, relationSchema);
}

/** The sidecar with a conflict of a decision on the structure resolved; the same where that cannot be done. */
export function withDecisionResolved(sidecar: Sidecar, id: string, at: number, take: 'kept' | 'other'): Sidecar {
  const decision = sidecar.structure?.find((one) => one.id === id);
  const resolved = decision && withConflictResolved<StructureDecision>(decision, at, take, structureDecisionSchema);
  if (!resolved) return sidecar;
  return { ...sidecar, structure: (sidecar.structure ?? []).map((one) => (one === decision ? resolved : one)) };
}

/** What tells a record from others, and its conflicts, cannot be chosen. */
const FIXED: ReadonlySet<string> = new Set(['id', 'conflicts']);

const FACT = 'issue.';

/** The fact that a field of the conflicts of a sidecar names. */
function factIn(field: string): string | undefined {
  return field.startsWith(FACT) ? field.slice(FACT.length) : undefined;
}

function conflictOf(written: JsonObject, at: number, field: string, kept: unknown): Conflict {
  const { value, by, at: time } = written;
  return {
    at,
    field,
    kept,
    other: value,
    ...(typeof by === 'string' ? { by } : {}),
    ...(typeof time === 'string' ? { time } : {}),
  };
}

function ownField(record: object, field: string): unknown {
  return Object.hasOwn(record, field) ? (record as JsonObject)[field] : undefined;
}

/** A record with a field set, or without it where the value is undefined. */
function withField(record: object, field: string, value: unknown): JsonObject {
  // Not a plain assignment: a field may be called __proto__.
  const others = Object.entries(record).filter(([name]) => name !== field);
  return Object.fromEntries(value === undefined ? others : Object.entries({ ...record, [field]: value }));
}

function withoutConflict(record: object, at: number): JsonObject {
  const conflicts = listed(record).filter((_, index) => index !== at);
  const rest: JsonObject = omit(record as JsonObject, 'conflicts');
  return conflicts.length > 0 ? { ...rest, conflicts } : rest;
}

function listed(record: object): readonly JsonObject[] {
  const conflicts = ownField(record, 'conflicts');
  return Array.isArray(conflicts)
    ? conflicts.map((one: unknown) => (typeof one === 'object' && one !== null ? (one as JsonObject) : {}))
    : [];
}
