import * as v from 'valibot';
import { omit } from '../core/omit';
import { annotationSchema, type Annotation, type JsonObject } from '../source/sidecar/schema';

/** A field of an annotation that two people have changed, as a merge keeps it. */
export interface Conflict {
  /** Its place among the conflicts of the annotation. */
  readonly at: number;
  readonly field: string;
  /** The value that the annotation has; undefined where it has none. */
  readonly kept: unknown;
  /** The value that was not taken; undefined where the field was removed. */
  readonly other: unknown;
  /** Who wrote the other value. */
  readonly by?: string;
  /** When, as ISO 8601. */
  readonly time?: string;
}

/** The conflicts of an annotation. What no merge has written is left out. */
export function conflictsOf(annotation: Annotation): readonly Conflict[] {
  return listed(annotation).flatMap((one, at) => {
    const { field, value, by, at: time } = one;
    if (typeof field !== 'string' || FIXED.has(field)) return [];
    const kept = Object.hasOwn(annotation, field) ? (annotation as JsonObject)[field] : undefined;
    const written = { ...(typeof by === 'string' ? { by } : {}), ...(typeof time === 'string' ? { time } : {}) };
    return [{ at, field, kept, other: value, ...written }];
  });
}

/** Whether an annotation has conflicts to be resolved. */
export function hasConflicts(annotation: Annotation): boolean {
  return conflictsOf(annotation).length > 0;
}

/**
 * The annotation without a conflict, with the value that it has or with the other one; undefined where there is no such conflict,
 * or where the other value fits no annotation.
 */
export function withConflictResolved(
  annotation: Annotation,
  at: number,
  take: 'kept' | 'other',
): Annotation | undefined {
  const conflict = conflictsOf(annotation).find((one) => one.at === at);
  if (!conflict) return undefined;
  const conflicts = listed(annotation).filter((_, index) => index !== at);
  const rest: JsonObject = omit(annotation as Annotation & { readonly conflicts?: unknown }, 'conflicts');
  const { field, kept, other } = conflict;
  const value = take === 'kept' ? kept : other;
  const others = Object.entries(rest).filter(([name]) => name !== field);
  // Not a plain assignment: a field may be called __proto__.
  const result: unknown = Object.fromEntries([
    ...(value === undefined ? others : Object.entries({ ...rest, [field]: value })),
    ...(conflicts.length > 0 ? [['conflicts', conflicts]] : []),
  ]);
  return v.is(annotationSchema, result) ? result : undefined;
}

/** What tells an annotation from others, and its conflicts, cannot be chosen. */
const FIXED: ReadonlySet<string> = new Set(['id', 'conflicts']);

function listed(annotation: Annotation): readonly JsonObject[] {
  const conflicts: unknown = (annotation as JsonObject)['conflicts'];
  return Array.isArray(conflicts)
    ? conflicts.map((one: unknown) => (typeof one === 'object' && one !== null ? (one as JsonObject) : {}))
    : [];
}
