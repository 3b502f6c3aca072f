import { omit } from '../core/omit';
import { compareSpans, type Span } from '../core/span';
import { wholePairs } from '../core/wholeCharacters';
import { withConflictResolved, withRelationResolved } from '../source/sidecar/conflicts';
import { annotationSchema, type Annotation, type Comment, type Relation } from '../source/sidecar/schema';
import type { AnnotatedText, RecordChange } from './annotatedText';
import { adjudicated, type Adjudication } from './agreement/adjudicate';
import type { Authorship } from './authorship';
import { targetPlace } from './candidates';
import { isPlaced, targetOf, type Anchor } from './model';
import { newAnnotation, newRejection, removals } from './records';
import type { PlacedAnnotation } from './stored';

/** What a person does to the annotations of a text. Spans are UTF-16 offsets into it. */
export type AnnotationChange =
  | { readonly kind: 'add'; readonly items: readonly NewAnnotation[] }
  | { readonly kind: 'reject'; readonly items: readonly { readonly label: string; readonly span: Span }[] }
  | { readonly kind: 'relabel'; readonly ids: readonly string[]; readonly label: string }
  | { readonly kind: 'setAttribute'; readonly ids: readonly string[]; readonly name: string; readonly value: string }
  | { readonly kind: 'setLayer'; readonly ids: readonly string[]; readonly layer: string }
  | { readonly kind: 'move'; readonly id: string; readonly span: Span }
  | { readonly kind: 'confirm'; readonly ids: readonly string[] }
  | { readonly kind: 'resolveConflict'; readonly id: string; readonly at: number; readonly take: 'kept' | 'other' }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'comment'; readonly id: string; readonly text: string }
  | { readonly kind: 'editComment'; readonly id: string; readonly at: number; readonly text: string }
  | { readonly kind: 'resolve'; readonly id: string; readonly resolved: boolean }
  | { readonly kind: 'relate'; readonly type: string; readonly from: string; readonly to: string }
  | { readonly kind: 'unrelate'; readonly id: string }
  | ({ readonly kind: 'adjudicate' } & Adjudication);

/** An annotation to be made. */
export interface NewAnnotation {
  readonly label: string;
  readonly span: Span;
  readonly entity?: string;
  /** The first comment of a note. */
  readonly comment?: string;
}

/**
 * The records that a change alters; none where there is nothing to do: an annotation with the same span, label and layer is
 * not made twice, though it gets a comment that comes with the second, and what does not exist is not changed.
 */
export function recordsOf(
  annotated: AnnotatedText,
  change: AnnotationChange,
  author: Authorship,
): readonly RecordChange[] {
  const text = annotated.text();
  const named = (ids: readonly string[]): PlacedAnnotation[] => {
    const wanted = new Set(ids);
    return annotated.annotations().filter(({ annotation: { id } }) => wanted.has(id));
  };
  const altered = (ids: readonly string[], alter: (annotation: Annotation) => Annotation): readonly RecordChange[] =>
    named(ids).flatMap(({ annotation }) => {
      const value = alter(annotation);
      return value === annotation ? [] : [annotationRecord(modified(value, author))];
    });
  switch (change.kind) {
    case 'add':
      return added(annotated, change.items, author);
    case 'reject':
      return change.items.map(({ label, span }) => newRejection(text, span, label, author));
    case 'relabel':
      return altered(change.ids, (one) => (one.label === change.label ? one : withLabel(one, change.label)));
    case 'setAttribute':
      return altered(change.ids, (one) => withAttribute(one, change.name, change.value));
    case 'setLayer':
      return movedToLayer(annotated, named(change.ids), change.layer, author);
    case 'move':
      return named([change.id]).map(({ annotation }) => moved(text, annotation, change.span, author));
    case 'confirm':
      return named(change.ids)
        .filter(({ anchor }) => anchor.state === 'changed')
        .map(({ annotation, anchor }) => moved(text, annotation, anchor, author));
    case 'resolveConflict':
      return [
        ...named([change.id]).flatMap((placed) => resolved(text, placed, change, author)),
        ...resolvedRelation(annotated, change),
      ];
    case 'remove':
      return removals(annotated, new Set(named(change.ids).map(({ annotation }) => annotation.id)));
    case 'comment':
      return altered([change.id], (one) =>
        withComments(one, [...(one.comments ?? []), commentOf(change.text, author)]),
      );
    case 'editComment':
      return altered([change.id], (one) =>
        withComments(one, editedComments(one.comments ?? [], change.at, change.text)),
      );
    case 'resolve':
      return altered([change.id], (one) => ({ ...one, resolved: change.resolved }));
    case 'relate':
      return related(annotated, change, author);
    case 'unrelate':
      return annotated.relations().some(({ id }) => id === change.id) ? [{ kind: 'relation', id: change.id }] : [];
    case 'adjudicate':
      return adjudicated(annotated, change, author);
  }
}

function annotationRecord(value: Annotation, anchor?: Anchor): RecordChange {
  return { kind: 'annotation', id: value.id, value, ...(anchor ? { anchor } : {}) };
}

function added(annotated: AnnotatedText, items: readonly NewAnnotation[], author: Authorship): readonly RecordChange[] {
  const text = annotated.text();
  const known = new Map<string, PlacedAnnotation | undefined>(
    annotated
      .annotations()
      .filter(({ anchor }) => isPlaced(anchor))
      .map((placed) => [keyOf(placed.annotation.label, placed.annotation.layer, placed.anchor), placed]),
  );
  return items.flatMap(({ label, span: given, entity, comment }) => {
    const span = wholePairs(text, { start: given.start, end: given.end });
    const key = keyOf(label, author.layer, span);
    if (span.start >= span.end) return [];
    if (known.has(key)) return comment === undefined ? [] : commented(known.get(key), comment, author);
    known.set(key, undefined);
    const content = {
      label,
      ...(entity === undefined ? {} : { entity }),
      ...(comment === undefined ? {} : { comments: [commentOf(comment, author)] }),
    };
    return [newAnnotation(text, span, content, author)];
  });
}

/** What must not be there twice: a label on a span in a layer. */
function keyOf(label: string, layer: string | undefined, { start, end }: Span): string {
  return JSON.stringify([label, layer ?? '', start, end]);
}

function commented(placed: PlacedAnnotation | undefined, comment: string, author: Authorship): readonly RecordChange[] {
  if (!placed) return [];
  const { annotation, anchor } = placed;
  const comments = [...(annotation.comments ?? []), commentOf(comment, author)];
  return [annotationRecord(modified(withComments(annotation, comments), author), anchor)];
}

/** The annotation at a span that a person has chosen, so that its words are certain again. */
function moved(text: string, annotation: Annotation, given: Span, author: Authorship): RecordChange {
  const span = wholePairs(text, { start: given.start, end: given.end });
  const value = { ...omit(annotation, 'former', 'orphaned'), target: targetOf(text, span) };
  return annotationRecord(modified(value, author), { ...span, state: 'anchored' });
}

/** The annotation with a conflict resolved. Where another place is taken, it is there if the text has its words there. */
function resolved(
  text: string,
  { annotation, anchor }: PlacedAnnotation,
  { at, take }: Extract<AnnotationChange, { readonly kind: 'resolveConflict' }>,
  author: Authorship,
): readonly RecordChange[] {
  const value = withConflictResolved<Annotation>(annotation, at, take, annotationSchema);
  if (!value) return [];
  if (value.target === annotation.target) return [annotationRecord(modified(value, author))];
  const place = targetPlace(text, value.target);
  if (!place)
    return [annotationRecord(modified({ ...value, orphaned: true }, author), { ...anchor, state: 'orphaned' })];
  return [moved(text, value, place, author)];
}

function resolvedRelation(
  annotated: AnnotatedText,
  { id, at, take }: Extract<AnnotationChange, { readonly kind: 'resolveConflict' }>,
): readonly RecordChange[] {
  const relation = annotated.relations().find((one) => one.id === id);
  const value = relation && withRelationResolved(relation, at, take);
  return value ? [{ kind: 'relation', id, value }] : [];
}

/** The annotation as changed by an author. */
function modified(annotation: Annotation, { by, at }: Authorship): Annotation {
  const rest = omit(annotation, 'modifiedBy');
  return { ...rest, modified: at, ...(by === undefined || by === annotation.by ? {} : { modifiedBy: by }) };
}

/** With another label the entry of the dictionary and the attributes no longer fit. */
function withLabel(annotation: Annotation, label: string): Annotation {
  return { ...omit(annotation, 'entity', 'attributes'), label };
}

/** Annotations in another layer. One that the layer already has, with the same label on the same words, stays where it is. */
function movedToLayer(
  annotated: AnnotatedText,
  wanted: readonly PlacedAnnotation[],
  layer: string,
  author: Authorship,
): readonly RecordChange[] {
  const known = new Set(
    annotated
      .annotations()
      .filter(({ annotation, anchor }) => (annotation.layer ?? '') === layer && isPlaced(anchor))
      .map(({ annotation, anchor }) => keyOf(annotation.label, layer, anchor)),
  );
  return wanted.flatMap(({ annotation, anchor }) => {
    if ((annotation.layer ?? '') === layer) return [];
    const key = keyOf(annotation.label, layer, anchor);
    if (isPlaced(anchor) && known.has(key)) return [];
    if (isPlaced(anchor)) known.add(key);
    return [annotationRecord(modified(withLayer(annotation, layer), author))];
  });
}

/** An empty name means the layer that every issue has. */
function withLayer(annotation: Annotation, layer: string): Annotation {
  return layer === '' ? omit(annotation, 'layer') : { ...annotation, layer };
}

/** An empty value takes the attribute away. */
function withAttribute(annotation: Annotation, name: string, value: string): Annotation {
  const { attributes, ...rest } = annotation;
  const others = Object.entries(attributes ?? {}).filter(([known]) => known !== name);
  const entries = value === '' ? others : [...others, [name, value] as const];
  return entries.length === 0 ? rest : { ...rest, attributes: Object.fromEntries(entries) };
}

function withComments(annotation: Annotation, comments: readonly Comment[]): Annotation {
  const rest = omit(annotation, 'comments');
  return comments.length === 0 ? rest : { ...rest, comments: [...comments] };
}

/** An empty text removes the comment. */
function editedComments(comments: readonly Comment[], at: number, text: string): readonly Comment[] {
  return comments.flatMap((comment, index) => {
    if (index !== at) return [comment];
    return text === '' ? [] : [{ ...comment, text }];
  });
}

function commentOf(text: string, { by, at }: Authorship): Comment {
  return { text, ...(by === undefined ? {} : { by }), at };
}

function related(
  annotated: AnnotatedText,
  { type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>,
  { by, at, newId }: Authorship,
): readonly RecordChange[] {
  const ids = new Set(annotated.annotations().map(({ annotation }) => annotation.id));
  const isKnown = annotated.relations().some((one) => one.type === type && one.from === from && one.to === to);
  if (from === to || isKnown || !ids.has(from) || !ids.has(to)) return [];
  const id = newId('r');
  return [{ kind: 'relation', id, value: { id, type, from, to, ...(by === undefined ? {} : { by }), created: at } }];
}

/** The annotations at an offset, the shortest first; at the edge of two, those that begin there. */
export function annotationsAt(annotated: AnnotatedText, { start, end }: Span): readonly PlacedAnnotation[] {
  const touching = annotated
    .annotations()
    .filter(({ anchor }) => isPlaced(anchor) && anchor.start <= start && end <= anchor.end);
  const within = touching.filter(({ anchor }) => anchor.start < anchor.end && (start < anchor.end || start < end));
  return (within.length > 0 ? within : touching).sort(
    ({ anchor: one }, { anchor: other }) => one.end - one.start - (other.end - other.start) || compareSpans(one, other),
  );
}
