import * as v from 'valibot';
import { shiftSpan } from '../core/span';
import {
  annotationSchema,
  correctionSchema,
  type Annotation,
  type Correction,
  type DescribedText,
  type JsonObject,
  type Sidecar,
  type Target,
} from '../source/sidecar/schema';
import { anchorInSteps, uniqueAnchorFinder } from './anchor/anchor';
import { layoutOf, printLayout, readLayout, type Layout } from './anchor/layout';
import { NOWHERE, type Anchor } from './model';

/** An annotation with where it is in a text. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly anchor: Anchor;
}

/** Something that a sidecar attaches to a span. */
export interface Attached {
  readonly target: Target;
  readonly orphaned?: boolean;
  readonly former?: object;
}

/** Whether something in the list of annotations is one of Galley, not of another program. */
export function isAnnotation(item: JsonObject): item is JsonObject & Annotation {
  return v.is(annotationSchema, item);
}

/** Whether something in the list of corrections is one of Galley, not of another program. */
export function isCorrection(item: JsonObject): item is JsonObject & Correction {
  return v.is(correctionSchema, item);
}

/** Finds the annotations of a sidecar in a text, in steps; those that other programs wrote are left out. */
export function* placeAnnotationsInSteps(sidecar: Sidecar, text: string): Generator<undefined, PlacedAnnotation[]> {
  const annotations = sidecar.annotations.filter((item) => isAnnotation(item));
  const anchors = yield* placeInSteps(sidecar.text, text, annotations);
  return annotations.map((annotation, at) => ({ annotation, anchor: anchors[at] ?? NOWHERE }));
}

/**
 * Finds what a sidecar attaches to spans in a text, in steps. Each is where the sidecar says if `described` is this text,
 * else it is anchored again. Neither text needs to have the byte order mark of the other: editors keep it to themselves.
 * What was orphaned stays so, unless a changed text has its words once with what surrounded them. What was changed stays
 * so until a person confirms it.
 */
export function* placeInSteps(
  described: DescribedText | undefined,
  text: string,
  attached: readonly Attached[],
): Generator<undefined, Anchor[]> {
  if (attached.length === 0) return [];
  const markLength = text.startsWith(MARK) ? 1 : 0;
  const bare = text.slice(markLength);
  const targets = attached.filter(({ orphaned }) => !orphaned).map(({ target }) => target);
  const layout = (described && readLayout(described.lines)) ?? likelyLayout(bare, targets);
  const anchors = yield* anchorInSteps(layout, bare, targets.map(withoutMark));
  const orphanAnchor = orphanAnchors(bare, described?.lines === printLayout(layoutOf(bare)));
  let next = 0;
  return attached.map(({ target, orphaned, former }) => {
    const anchor = orphaned ? orphanAnchor(target) : (anchors[next++] ?? NOWHERE);
    const isSure = anchor.state === 'anchored' || anchor.state === 'moved';
    return { ...anchor, ...shiftSpan(anchor, markLength), ...(former && isSure ? { state: 'changed' } : {}) };
  });
}

/** Finds what was orphaned: in a changed text, where that has its words once with what surrounded them. */
function orphanAnchors(text: string, isSameText: boolean): (target: Target) => Anchor {
  const uniqueAnchor = isSameText ? () => undefined : uniqueAnchorFinder(text);
  return (target) => {
    const at = Math.min(target.start, text.length);
    return uniqueAnchor(target) ?? { start: at, end: at, state: 'orphaned' };
  };
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
