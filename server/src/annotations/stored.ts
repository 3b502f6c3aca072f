import * as v from 'valibot';
import { annotationSchema, type Annotation, type JsonObject, type Sidecar } from '../source/sidecar/schema';
import { anchorInSteps } from './anchor/anchor';
import { layoutOf, printLayout, readLayout } from './anchor/layout';
import type { Anchor } from './model';

/** An annotation with where it is in a text. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly anchor: Anchor;
}

/** The annotations of Galley in a sidecar; those that other programs wrote are left out. */
function annotationsIn({ annotations }: Sidecar): readonly Annotation[] {
  return annotations.filter((item) => isAnnotation(item));
}

/** Whether something in the list of annotations is one of Galley. */
function isAnnotation(item: JsonObject): item is JsonObject & Annotation {
  return v.is(annotationSchema, item);
}

/**
 * Finds the annotations of a sidecar in a text, in steps. They are where the sidecar says if it describes this text, else
 * they are anchored again.
 */
export function* placeAnnotationsInSteps(sidecar: Sidecar, text: string): Generator<undefined, PlacedAnnotation[]> {
  const annotations = annotationsIn(sidecar);
  if (annotations.length === 0) return [];
  const layout = layoutOf(text);
  const described = sidecar.text?.lines;
  const isSameText = described === undefined || described === printLayout(layout);
  const old = isSameText ? layout : (readLayout(described) ?? layout);
  const anchors = yield* anchorInSteps(
    old,
    text,
    annotations.map(({ target }) => target),
  );
  return annotations.map((annotation, at) => ({
    annotation,
    anchor: anchors[at] ?? { start: 0, end: 0, state: 'orphaned' },
  }));
}
