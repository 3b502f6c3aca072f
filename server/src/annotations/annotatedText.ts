import type { Edit } from '../core/edit';
import { omit } from '../core/omit';
import { compareSpans, type Span } from '../core/span';
import type {
  Annotation,
  Correction,
  JsonObject,
  Rejection,
  Relation,
  Sidecar,
  Target,
} from '../source/sidecar/schema';
import { printLayout } from './anchor/layout';
import { correctionsAfter, originalText, type EditOrigin, type LoggedCorrection } from './correctionLog';
import { createSpanHistory } from './history';
import { isInText, NOWHERE, targetOf, type Anchor } from './model';
import { createPastTexts, REMEMBERED } from './pastTexts';
import { isAnnotation, isCorrection, placeInSteps, type PlacedAnnotation } from './stored';
import type { SpanTable } from './track';

/** A rejected suggestion with where its words are in a text. */
export interface PlacedRejection {
  readonly rejection: Rejection;
  readonly anchor: Anchor;
}

/** One record that is added, replaced or, without a value, removed. An annotation without an anchor keeps its own. */
export type RecordChange =
  | { readonly kind: 'annotation'; readonly id: string; readonly value?: Annotation; readonly anchor?: Anchor }
  | { readonly kind: 'rejection'; readonly id: string; readonly value?: Rejection; readonly anchor?: Anchor }
  | { readonly kind: 'relation'; readonly id: string; readonly value?: Relation };

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
  /** The text as it was recognised, as far as the corrections say. */
  original(): string;
  /** Follows one edit. Gives whether some mark is now elsewhere than an editor would move it by itself. */
  follow(edit: Edit, after: string, origin: EditOrigin): boolean;
  /** Applies changes as one step that `undo` takes back. */
  apply(changes: readonly RecordChange[]): void;
  /** Takes back the last step made in this text, or makes it again. Gives whether there was one. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Takes other corrections for those that it has: the text was changed by another program, not corrected here. */
  replaceCorrections(corrections: readonly LoggedCorrection[]): void;
  stored(): StoredAnnotations;
}

/** Reads what a sidecar says of a text, in steps. */
export function* annotatedTextInSteps(sidecar: Sidecar, initial: string): Generator<undefined, AnnotatedText> {
  const taken = new Set<string>();
  const annotations = withOwnIds(
    sidecar.annotations.filter((item) => isAnnotation(item)),
    taken,
  );
  yield;
  const rejected = withOwnIds(sidecar.rejected ?? [], taken);
  const logged = sidecar.corrections.filter((item) => isCorrection(item));
  const anchors = yield* placeInSteps(sidecar.text, initial, [...annotations, ...rejected, ...logged]);
  const anchorAt = (at: number): Anchor => anchors[at] ?? NOWHERE;
  const anchorsOfLogged = logged.map((_, at) => anchorAt(annotations.length + rejected.length + at));
  const isKnown = (_: unknown, at: number): boolean => isReversible(anchorsOfLogged[at]);
  return follower(initial, {
    ofOthers: sidecar.annotations.filter((item) => !isAnnotation(item)),
    annotations: annotations.map((annotation, at) => ({ annotation, anchor: anchorAt(at) })),
    rejections: rejected.map((rejection, at) => ({ rejection, anchor: anchorAt(annotations.length + at) })),
    relations: withOwnIds(sidecar.relations ?? []),
    corrections: withoutOverlaps(logged.flatMap((one, at) => loggedAt(one, anchorsOfLogged[at]))),
    keptCorrections: [
      ...sidecar.corrections.filter((item) => !isCorrection(item)),
      ...logged.filter((one, at) => !isKnown(one, at)),
    ],
  });
}

/** The records of another program may have the same id: each but the first gets one of its own. */
function withOwnIds<Item extends { readonly id: string }>(items: readonly Item[], taken = new Set<string>()): Item[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    let { id } = item;
    for (let count = counts.get(item.id) ?? 2; taken.has(id); count++) {
      id = `${item.id}-${count}`;
      counts.set(item.id, count + 1);
    }
    taken.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

/** What an annotated text begins with. */
interface Beginning {
  /** Annotations of other programs. */
  readonly ofOthers: readonly JsonObject[];
  readonly annotations: readonly PlacedAnnotation[];
  readonly rejections: readonly PlacedRejection[];
  readonly relations: readonly Relation[];
  readonly corrections: readonly LoggedCorrection[];
  /** Corrections of other programs, and those whose words are gone. */
  readonly keptCorrections: readonly JsonObject[];
}

function follower(initial: string, beginning: Beginning): AnnotatedText {
  let text = initial;
  const annotations = new Map(beginning.annotations.map(({ annotation }) => [annotation.id, annotation]));
  const rejections = new Map(beginning.rejections.map(({ rejection }) => [rejection.id, rejection]));
  const relations = new Map(beginning.relations.map((relation) => [relation.id, relation]));
  let corrections = beginning.corrections;
  const spans = createSpanHistory(
    initial,
    tableOf([
      ...beginning.annotations.map(({ annotation: { id }, anchor }) => [id, anchor] as const),
      ...beginning.rejections.map(({ rejection: { id }, anchor }) => [id, anchor] as const),
    ]),
  );
  const pastCorrections = createPastTexts<readonly LoggedCorrection[]>();
  const done: Step[] = [];
  const undone: Step[] = [];

  const anchors = (): Map<string, Anchor> => anchorsIn(spans.table());
  const make = (changes: readonly RecordChange[]): RecordChange[] => {
    const places = anchors();
    const inverse = changes.map((change) => made(change, places)).reverse();
    spans.set(tableOf([...places]));
    return inverse;
  };
  const made = (change: RecordChange, places: Map<string, Anchor>): RecordChange => {
    const { id } = change;
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
  const turnBack = (from: Step[], to: Step[]): boolean => {
    const step = from.at(-1);
    if (step?.text !== spans.key()) return false;
    from.pop();
    to.push({ text: step.text, inverse: make(step.inverse) });
    return true;
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
      done.push({ text: spans.key(), inverse: make(changes) });
      if (done.length > REMEMBERED) done.shift();
      undone.length = 0;
    },
    undo: () => turnBack(done, undone),
    redo: () => turnBack(undone, done),
    canUndo: () => done.at(-1)?.text === spans.key(),
    canRedo: () => undone.at(-1)?.text === spans.key(),
    replaceCorrections(other) {
      corrections = other;
      pastCorrections.clear();
    },
    stored() {
      const kept = placedAnnotations()
        .flatMap((one) => storedAnnotation(text, one))
        .sort(compareStored);
      const ids = new Set(kept.map(({ id }) => id));
      return {
        lines: printLayout(spans.layout()),
        annotations: [...kept, ...beginning.ofOthers],
        relations: [...relations.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)),
        rejected: placedRejections()
          .map(({ rejection, anchor }) => withPlace(text, rejection, anchor))
          .sort(compareStored),
        corrections: [...corrections.map((one) => storedCorrection(text, one)), ...beginning.keptCorrections],
      };
    },
  };
}

/** A step that can be taken back as long as the text is the one in which it was made. */
interface Step {
  readonly text: string;
  readonly inverse: readonly RecordChange[];
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

/** Whether a correction is still where it was made. */
function isReversible(anchor: Anchor | undefined): anchor is Anchor {
  return anchor?.state === 'anchored' || anchor?.state === 'moved';
}

function loggedAt({ id, original, rule, by, time }: Correction, anchor: Anchor | undefined): LoggedCorrection[] {
  if (!isReversible(anchor)) return [];
  const origin = { ...(rule === undefined ? {} : { rule }), ...(by === undefined ? {} : { by }) };
  return [{ id, original, ...origin, ...(time === undefined ? {} : { time }), start: anchor.start, end: anchor.end }];
}

/** Corrections in text order; of two that overlap after changes elsewhere, the first. */
function withoutOverlaps(corrections: readonly LoggedCorrection[]): readonly LoggedCorrection[] {
  const kept: LoggedCorrection[] = [];
  for (const one of [...corrections].sort(compareSpans)) if (isAfter(one, kept.at(-1))) kept.push(one);
  return kept;
}

function isAfter({ start }: Span, last: Span | undefined): boolean {
  return !last || last.end <= start;
}
