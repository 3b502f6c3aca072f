import type { Edit } from '../core/edit';
import { isSameJson } from '../core/json';
import { omit } from '../core/omit';
import { compareSpans } from '../core/span';
import { takenBack, type SidecarChange } from '../source/sidecar/changes';
import type { Annotation, Correction, Rejection, Relation, Sidecar, Target } from '../source/sidecar/schema';
import { printLayout } from './anchor/layout';
import { beginningInSteps, type Beginning, type PlacedRejection } from './beginning';
import { correctionsAfter, originalText, type EditOrigin, type LoggedCorrection } from './correctionLog';
import { createSpanHistory } from './history';
import { isInText, targetOf, type Anchor } from './model';
import { createPastTexts } from './pastTexts';
import type { PlacedAnnotation } from './stored';
import type { SpanTable } from './track';
import { createUndoSteps } from './undoSteps';

/** One record that is added, replaced or, without a value, removed. An annotation without an anchor keeps its own. */
export type RecordChange =
  | { readonly kind: 'annotation'; readonly id: string; readonly value?: Annotation; readonly anchor?: Anchor }
  | { readonly kind: 'rejection'; readonly id: string; readonly value?: Rejection; readonly anchor?: Anchor }
  | { readonly kind: 'relation'; readonly id: string; readonly value?: Relation }
  | ElsewhereChange;

/** A change of something else that the sidecar says. It belongs to the steps that undo reverts, and is made elsewhere. */
export interface ElsewhereChange {
  readonly kind: 'elsewhere';
  readonly id: string;
  readonly value: SidecarChange;
}

/** Is given what has to be changed elsewhere in the sidecar. */
export type CarryOut = (changes: readonly SidecarChange[]) => void;

/** What others have changed in the sidecar of a text. */
export interface ChangesOfOthers {
  readonly changes: readonly RecordChange[];
  /** What is left of a change that restores an earlier state of a record, so that what others have changed stays. */
  readonly leftOf: (change: RecordChange) => RecordChange | undefined;
  /** The merged sidecar, read for the text. */
  readonly merged: Beginning;
}

/** What a sidecar stores of an annotated text. */
export type StoredAnnotations = Required<Pick<Sidecar, 'annotations' | 'relations' | 'rejected' | 'corrections'>> & {
  /** As `printLayout` prints it. */
  readonly lines: string;
};

/**
 * What people have said of one text: annotations, relations, rejected suggestions and corrections. All of it follows the edits
 * of the text; undo and redo of the text restore every place.
 */
export interface AnnotatedText {
  text(): string;
  annotations(): readonly PlacedAnnotation[];
  rejections(): readonly PlacedRejection[];
  relations(): readonly Relation[];
  corrections(): readonly LoggedCorrection[];
  /** The original OCR text, as far as the corrections say. */
  original(): string;
  /** Follows one edit. Returns whether some mark is now elsewhere than an editor would move it by itself. */
  follow(edit: Edit, after: string, origin: EditOrigin): boolean;
  /** Applies changes as one step that `undo` reverts. */
  apply(changes: readonly RecordChange[]): void;
  /** Reverts the last step made in this text, or makes it again. Returns whether there was one. */
  undo(carryOut?: CarryOut): boolean;
  redo(carryOut?: CarryOut): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Takes other corrections for those that it has: the text was changed by another program, not corrected here. */
  replaceCorrections(corrections: readonly LoggedCorrection[]): void;
  /** Goes on with what others have changed; undo reverts only what the user has done. */
  takeOver(others: ChangesOfOthers): void;
  stored(): StoredAnnotations;
}

/** Reads what a sidecar says of a text, in steps. */
export function* annotatedTextInSteps(sidecar: Sidecar, initial: string): Generator<undefined, AnnotatedText> {
  return follower(initial, yield* beginningInSteps(sidecar, initial));
}

function follower(initial: string, beginning: Beginning): AnnotatedText {
  let text = initial;
  const annotations = new Map(beginning.annotations.map(({ annotation }) => [annotation.id, annotation]));
  const rejections = new Map(beginning.rejections.map(({ rejection }) => [rejection.id, rejection]));
  const relations = new Map(beginning.relations.map((relation) => [relation.id, relation]));
  let { corrections, ofOthers, keptCorrections } = beginning;
  const recordsOfKind = { annotation: annotations, rejection: rejections, relation: relations };
  const spans = createSpanHistory(
    initial,
    tableOf([
      ...beginning.annotations.map(({ annotation: { id }, anchor }) => [id, anchor] as const),
      ...beginning.rejections.map(({ rejection: { id }, anchor }) => [id, anchor] as const),
    ]),
  );
  const pastCorrections = createPastTexts<readonly LoggedCorrection[]>();
  const steps = createUndoSteps<RecordChange>();

  const anchors = (): Map<string, Anchor> => anchorsIn(spans.table());
  const make = (changes: readonly RecordChange[]): RecordChange[] => {
    const places = anchors();
    const inverse = changes.map((change) => made(change, places)).reverse();
    spans.set(tableOf([...places]));
    return inverse;
  };
  const made = (change: RecordChange, places: Map<string, Anchor>): RecordChange => {
    const { id } = change;
    if (change.kind === 'elsewhere') return elsewhere(takenBack(change.value));
    if (change.kind === 'relation') {
      const value = relations.get(id);
      replace(relations, id, change.value);
      return { kind: 'relation', id, ...(value ? { value } : {}) };
    }
    const anchor = places.get(id);
    const placed = anchor ? { anchor } : {};
    if (!change.value) places.delete(id);
    else if (change.anchor) places.set(id, change.anchor);
    if (change.kind === 'annotation') {
      const value = annotations.get(id);
      replace(annotations, id, change.value);
      return { kind: 'annotation', id, ...(value ? { value } : {}), ...placed };
    }
    const value = rejections.get(id);
    replace(rejections, id, change.value);
    return { kind: 'rejection', id, ...(value ? { value } : {}), ...placed };
  };
  const carriedOut = (changes: readonly RecordChange[], carryOut: CarryOut | undefined): RecordChange[] => {
    const others = changes.flatMap((change) => (change.kind === 'elsewhere' ? [change.value] : []));
    if (others.length > 0) carryOut?.(others);
    return make(changes);
  };
  const placed = <Item extends { readonly id: string }, Placed>(
    items: ReadonlyMap<string, Item>,
    withAnchor: (item: Item, anchor: Anchor) => Placed,
  ): Placed[] => {
    const { ids, starts, ends, states } = spans.table();
    return ids.flatMap((id, row) => {
      const item = items.get(id);
      if (!item) return [];
      const state = states[row] ?? 'orphaned';
      return [withAnchor(item, { start: starts[row] ?? 0, end: ends[row] ?? 0, state })];
    });
  };
  const placedAnnotations = (): PlacedAnnotation[] =>
    placed(annotations, (annotation, anchor) => ({ annotation, anchor }));
  const placedRejections = (): PlacedRejection[] => placed(rejections, (rejection, anchor) => ({ rejection, anchor }));
  const replaceCorrections = (other: readonly LoggedCorrection[]): void => {
    corrections = other;
    pastCorrections.clear();
  };

  return {
    text: () => text,
    annotations: placedAnnotations,
    rejections: placedRejections,
    relations: () => [...relations.values()],
    corrections: () => corrections,
    original: () => originalText(text, corrections),
    follow(edit, after, origin) {
      const before = text;
      const old = spans.table();
      pastCorrections.remember(spans.key(), corrections);
      spans.follow(edit, before, after);
      text = after;
      corrections = pastCorrections.get(spans.key()) ?? correctionsAfter(corrections, edit, before, origin);
      return isBeyondEditor(old, spans.table(), edit);
    },
    apply(changes) {
      if (changes.length === 0) return;
      steps.add(spans.key(), make(changes));
    },
    undo: (carryOut) => steps.undo(spans.key(), (changes) => carriedOut(changes, carryOut)),
    redo: (carryOut) => steps.redo(spans.key(), (changes) => carriedOut(changes, carryOut)),
    canUndo: () => steps.canUndo(spans.key()),
    canRedo: () => steps.canRedo(spans.key()),
    replaceCorrections,
    takeOver({ changes, leftOf, merged }) {
      if (changes.length > 0) make(changes);
      steps.rebase(leftOf, ({ kind, id }) => (kind === 'elsewhere' ? undefined : recordsOfKind[kind].get(id)));
      if (!isSameJson(merged.corrections, corrections)) replaceCorrections(merged.corrections);
      ({ ofOthers, keptCorrections } = merged);
    },
    stored() {
      const kept = placedAnnotations()
        .flatMap((one) => storedAnnotation(text, one))
        .sort(compareStored);
      const ids = new Set(kept.map(({ id }) => id));
      return {
        lines: printLayout(spans.layout()),
        annotations: [...kept, ...ofOthers],
        relations: [...relations.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)),
        rejected: placedRejections()
          .map(({ rejection, anchor }) => withPlace(text, rejection, anchor))
          .sort(compareStored),
        corrections: [...corrections.map((one) => storedCorrection(text, one)), ...keptCorrections],
      };
    },
  };
}

/** A change that was made elsewhere in the sidecar, as a part of a step. */
export function elsewhere(value: SidecarChange): ElsewhereChange {
  return { kind: 'elsewhere', id: `${value.part} ${value.name}`, value };
}

function replace<Item>(items: Map<string, Item>, id: string, value: Item | undefined): void {
  if (value) items.set(id, value);
  else items.delete(id);
}

function tableOf(rows: readonly (readonly [id: string, anchor: Anchor])[]): SpanTable {
  return {
    ids: rows.map(([id]) => id),
    starts: Int32Array.from(rows, ([, { start }]) => start),
    ends: Int32Array.from(rows, ([, { end }]) => end),
    states: rows.map(([, { state }]) => state),
  };
}

function anchorsIn({ ids, starts, ends, states }: SpanTable): Map<string, Anchor> {
  return new Map(
    ids.map((id, row) => [id, { start: starts[row] ?? 0, end: ends[row] ?? 0, state: states[row] ?? 'orphaned' }]),
  );
}

/**
 * Whether an edit has moved some span otherwise than an editor moves a mark that does not grow at its edges: a state has
 * changed, a span was restored, or a replacement reaches over its edge.
 */
function isBeyondEditor(before: SpanTable, after: SpanTable, edit: Edit): boolean {
  const growth = edit.newText.length - (edit.end - edit.start);
  return before.states.some((state, row) => {
    const [start = 0, end = 0] = [before.starts[row], before.ends[row]];
    const [newStart = 0, newEnd = 0] = [after.starts[row], after.ends[row]];
    if (state !== after.states[row]) return true;
    if (end <= edit.start) return newStart !== start || newEnd !== end;
    if (start >= edit.end) return newStart !== start + growth || newEnd !== end + growth;
    const isWithin = start < edit.start && edit.end < end;
    return !isWithin || newStart !== start || newEnd !== end + growth;
  });
}

/** The order in the file does not depend on where orphans are now, so that they cause no differences. */
function compareStored(one: Annotation | Rejection, other: Annotation | Rejection): number {
  return compareSpans(one.target, other.target) || (one.id < other.id ? -1 : 1);
}

/** An annotation as it is stored; one whose words were deleted only if somebody has written a comment. */
function storedAnnotation(text: string, { annotation, anchor }: PlacedAnnotation): readonly Annotation[] {
  if (anchor.state === 'deleted' && (annotation.comments ?? []).length === 0) return [];
  const stored = withPlace(text, annotation, anchor);
  if (anchor.state !== 'changed') return [omit(stored, 'former')];
  const { exact, prefix, suffix } = annotation.target;
  return [{ ...stored, former: annotation.former ?? { exact, prefix, suffix } }];
}

/** What is stored of something that is attached to a span. What has no place keeps its words, so that it can be found again. */
function withPlace<Item extends Annotation | Rejection>(text: string, item: Item, anchor: Anchor): Item {
  if (!isInText(anchor)) return item.orphaned ? item : { ...item, orphaned: true };
  const target = targetOf(text, anchor);
  const found = omit(item, 'orphaned') as Item;
  return isSameTarget(found.target, target) ? found : { ...found, target: { ...found.target, ...target } };
}

function isSameTarget(one: Target, other: Target): boolean {
  const isSameSpan = one.start === other.start && one.end === other.end && one.exact === other.exact;
  return isSameSpan && one.prefix === other.prefix && one.suffix === other.suffix;
}

function storedCorrection(text: string, { start, end, ...rest }: LoggedCorrection): Correction {
  const { id, original, ...origin } = rest;
  return { id, original, corrected: text.slice(start, end), ...origin, target: targetOf(text, { start, end }) };
}
