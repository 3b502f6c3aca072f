import * as v from 'valibot';
import { shiftSpan } from '../core/span';
import {
  annotationSchema,
  type Annotation,
  type JsonObject,
  type Sidecar,
  type Target,
} from '../source/sidecar/schema';
import { anchorInSteps } from './anchor/anchor';
import { layoutOf, readLayout, type Layout } from './anchor/layout';
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
 * they are anchored again. Neither text needs to have the byte order mark of the other: editors keep it to themselves.
 */
export function* placeAnnotationsInSteps(sidecar: Sidecar, text: string): Generator<undefined, PlacedAnnotation[]> {
  const annotations = annotationsIn(sidecar);
  if (annotations.length === 0) return [];
  const markLength = text.startsWith(MARK) ? 1 : 0;
  const bare = text.slice(markLength);
  const targets = annotations.map(({ target }) => target);
  const described = sidecar.text && readLayout(sidecar.text.lines);
  const anchors = yield* anchorInSteps(described ?? likelyLayout(bare, targets), bare, targets.map(withoutMark));
  return annotations.map((annotation, at) => {
    const anchor = anchors[at] ?? { start: 0, end: 0, state: 'orphaned' };
    return { annotation, anchor: { ...anchor, ...shiftSpan(anchor, markLength) } };
  });
}

const MARK = '\uFEFF';

/** The layout of the text that the targets describe, if only they say so: with a mark, if more of them fit then. */
function likelyLayout(bare: string, targets: readonly Target[]): Layout {
  const fitting = (text: string): number =>
    targets.filter(({ start, exact }) => exact !== '' && text.startsWith(exact, start)).length;
  const marked = MARK + bare;
  return layoutOf(fitting(marked) > fitting(bare) ? marked : bare);
}

function withoutMark(target: Target): Target {
  const bare = (words: string): string => (words.startsWith(MARK) ? words.slice(1) : words);
  return { ...target, exact: bare(target.exact), prefix: bare(target.prefix) };
}
