import { isSameJson, ownField } from '../core/json';
import { resultOfSteps } from '../core/steps';
import type { JsonObject, Sidecar } from '../source/sidecar/schema';
import type { AnnotatedText, ElsewhereChange, RecordChange } from './annotatedText';
import { beginningInSteps, type Beginning } from './beginning';
import type { Anchor } from './model';
import { onText, savedSidecar } from './save';

/**
 * Merges what others have written since the sidecar was `base` into an annotated text. What the user has done since can still
 * be reverted and made again, field by field: what others have changed stays as they have it. Returns the merged sidecar,
 * which is `theirs` where they have written all of it. `sha256` is that of the text.
 */
export function takeOver(annotated: AnnotatedText, base: Sidecar, theirs: Sidecar, sha256: string): Sidecar {
  const text = annotated.text();
  const sidecar = savedSidecar(base, annotated, sha256, theirs);
  const merged = resultOfSteps(beginningInSteps(sidecar, text));
  const [before, after] = isSameJson(base.text?.lines, theirs.text?.lines)
    ? [recordsOf(base), recordsOf(theirs)]
    : [recordsOf(onText(base, text, sha256)), recordsOf(onText(theirs, text, sha256))];
  const mergedRecords = new Map(placedRecords(merged).map((one) => [keyOf(one), one.value]));
  annotated.takeOver({
    changes: changesOf(annotated, merged, (key) => before.has(key) && !after.has(key)),
    merged,
    leftOf(change) {
      const key = keyOf(change);
      const [old, their] = [before.get(key), after.get(key)];
      if (change.kind === 'elsewhere' || isSameJson(old, their)) return change;
      // What they have removed is only there where the user has changed it.
      if (!their) return mergedRecords.has(key) ? change : undefined;
      return change.value && withFields(change, old ?? {}, their, undefined);
    },
  });
  return sidecar;
}

/** A change of a record that is merged here. */
type MergedChange = Exclude<RecordChange, ElsewhereChange>;

/** The changes that make the records of an annotated text those of a merged sidecar. */
function changesOf(
  annotated: AnnotatedText,
  merged: Beginning,
  isRemoved: (key: string) => boolean,
): readonly MergedChange[] {
  const stored = recordsOf(annotated.stored());
  const live = placedRecords({
    annotations: annotated.annotations(),
    rejections: annotated.rejections(),
    relations: annotated.relations(),
  });
  const known = new Map(live.map((one) => [keyOf(one), one]));
  const wanted = placedRecords(merged);
  const kept = new Set(wanted.map(keyOf));
  // What was deleted with its words is not stored, but comes back with them.
  const gone = live.filter((one) => !kept.has(keyOf(one)) && (stored.has(keyOf(one)) || isRemoved(keyOf(one))));
  return [
    ...wanted.flatMap((one) => {
      const key = keyOf(one);
      const [ours, now] = [stored.get(key), known.get(key)];
      if (!ours || !now) return [one];
      if (isSameJson(ours, one.value)) return [];
      return [withFields(now, ours, one.value ?? {}, one.kind === 'relation' ? undefined : one.anchor)];
    }),
    ...gone.map(({ kind, id }): MergedChange => ({ kind, id })),
  ];
}

/** The fields that say where a record is. */
const PLACE: ReadonlySet<string> = new Set(['target', 'former', 'orphaned']);

/**
 * A change whose value has the fields that differ between two versions as the later of them has them. Where the place is one of
 * them, it goes to `anchor`, and stays where it is without one.
 */
function withFields(change: MergedChange, before: object, after: object, anchor: Anchor | undefined): MergedChange {
  const [old, now] = [before as JsonObject, after as JsonObject];
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => !isSameJson(ownField(old, name), ownField(now, name)),
  );
  const isChanged = new Set(changed);
  const value = Object.fromEntries([
    ...Object.entries(change.value ?? {}).filter(([name]) => !isChanged.has(name)),
    ...Object.entries(now).filter(([name]) => isChanged.has(name)),
  ]) as unknown;
  const { kind, id } = change;
  if (kind === 'relation') return { kind, id, value } as MergedChange;
  const isMoved = changed.some((name) => PLACE.has(name));
  const place = isMoved ? anchor : change.anchor;
  return { kind, id, value, ...(place ? { anchor: place } : {}) } as MergedChange;
}

/** Records as the changes that would add them. */
function placedRecords({
  annotations,
  rejections,
  relations,
}: Pick<Beginning, 'annotations' | 'rejections' | 'relations'>): readonly MergedChange[] {
  return [
    ...annotations.map(({ annotation: value, anchor }) => ({
      kind: 'annotation' as const,
      id: value.id,
      value,
      anchor,
    })),
    ...rejections.map(({ rejection: value, anchor }) => ({ kind: 'rejection' as const, id: value.id, value, anchor })),
    ...relations.map((value) => ({ kind: 'relation' as const, id: value.id, value })),
  ];
}

/** The records of a sidecar by their keys; of several with one id the first. */
function recordsOf({
  annotations,
  rejected = [],
  relations = [],
}: Pick<Sidecar, 'annotations' | 'rejected' | 'relations'>): ReadonlyMap<string, object> {
  const entries = [
    ...annotations.map((value) => [keyOf({ kind: 'annotation', id: String(value['id']) }), value] as const),
    ...rejected.map((value) => [keyOf({ kind: 'rejection', id: value.id }), value] as const),
    ...relations.map((value) => [keyOf({ kind: 'relation', id: value.id }), value] as const),
  ];
  return new Map<string, object>(entries.toReversed());
}

function keyOf({ kind, id }: Pick<RecordChange, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
