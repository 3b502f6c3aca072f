import type { Span } from '../core/span';
import type { Annotation } from '../source/sidecar/schema';
import type { AnnotatedText, RecordChange } from './annotatedText';
import type { Authorship } from './authorship';
import { targetOf } from './model';

/** What a new annotation has beside its place and its author. */
export type AnnotationContent = Pick<Annotation, 'label' | 'attributes' | 'entity' | 'comments'>;

/** Makes the record of a new annotation at a span of a text, in the layer of its author. */
export function newAnnotation(
  text: string,
  { start, end }: Span,
  { label, attributes, entity, comments }: AnnotationContent,
  { by, at, layer, newId }: Authorship,
): RecordChange {
  const value: Annotation = {
    id: newId('a'),
    label,
    ...(layer === undefined ? {} : { layer }),
    target: targetOf(text, { start, end }),
    ...(attributes === undefined ? {} : { attributes }),
    ...(entity === undefined ? {} : { entity }),
    ...(comments === undefined ? {} : { comments }),
    ...(by === undefined ? {} : { by }),
    created: at,
  };
  return { kind: 'annotation', id: value.id, value, anchor: { start, end, state: 'anchored' } };
}

/** Makes the record of a new rejection of a label at a span of a text; `layer` is absent where a suggestion is rejected. */
export function newRejection(
  text: string,
  { start, end }: Span,
  label: string,
  { by, at, newId }: Omit<Authorship, 'layer'>,
  layer?: string,
): RecordChange {
  const value = {
    id: newId('x'),
    label,
    ...(layer === undefined ? {} : { layer }),
    target: targetOf(text, { start, end }),
    ...(by === undefined ? {} : { by }),
    created: at,
  };
  return { kind: 'rejection', id: value.id, value, anchor: { start, end, state: 'anchored' } };
}

/** The records by which annotations are removed, with the relations of which they are an end. */
export function removals(annotated: AnnotatedText, ids: ReadonlySet<string>): readonly RecordChange[] {
  const torn = annotated.relations().filter(({ from, to }) => ids.has(from) || ids.has(to));
  return [
    ...torn.map(({ id }): RecordChange => ({ kind: 'relation', id })),
    ...[...ids].map((id): RecordChange => ({ kind: 'annotation', id })),
  ];
}
