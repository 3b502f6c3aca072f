import { firstIndex } from '../core/search';
import { overlaps, type Span } from '../core/span';
import type { Confidence, Evidence, Mention } from '../entities/model';
import { isPlaced, targetOf } from './model';
import type { AnnotatedText } from './annotatedText';
import type { PlacedRejection } from './beginning';
import type { PlacedAnnotation } from './stored';
import type { Target } from '../source/sidecar/schema';

/** A label that Galley proposes for a span. */
export interface Suggestion {
  readonly label: string;
  readonly span: Span;
  /** The full name, in simplified characters where the text has others. */
  readonly name: string;
  /** The entry of a dictionary, if it is certain which is meant. */
  readonly entity?: string;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/**
 * What Galley would annotate in a text, in text order: the mentions of the issue that have a label of the same name, are
 * not within or over an annotation with that label, and have not been rejected.
 */
export function suggestionsOf(
  annotated: Pick<AnnotatedText, 'text' | 'annotations' | 'rejections'>,
  mentions: readonly Mention[],
  labels: ReadonlySet<string>,
): readonly Suggestion[] {
  const isTaken = takenSpans(annotated.annotations());
  // A layer rejects readings of other people, not suggestions.
  const rejections = annotated.rejections().filter(({ rejection }) => rejection.layer === undefined);
  const isRejected = rejectedSpans(rejections, annotated.text());
  return mentions
    .filter(({ type, span }) => labels.has(type) && !isTaken(type, span) && !isRejected(type, span))
    .map(({ type, span, name, simplifiedName, candidates, confidence, evidence }) => ({
      label: type,
      span,
      name: simplifiedName ?? name,
      ...(candidates.length === 1 && candidates[0] !== undefined ? { entity: candidates[0] } : {}),
      confidence,
      evidence,
    }));
}

/** Returns whether an annotation with a label overlaps a span. */
export function takenSpans(annotations: readonly PlacedAnnotation[]): (label: string, span: Span) => boolean {
  const spans = new Map<string, Span[]>();
  for (const { annotation, anchor } of annotations) {
    if (!isPlaced(anchor)) continue;
    const known = spans.get(annotation.label);
    if (known) known.push(anchor);
    else spans.set(annotation.label, [anchor]);
  }
  const sorted = new Map([...spans].map(([label, found]) => [label, withReach(found)]));
  return (label, span) => {
    const found = sorted.get(label);
    if (!found) return false;
    // Of those that begin before the end of the span, some must reach beyond its start.
    const count = firstIndex(found.spans.length, (at) => (found.spans[at]?.start ?? 0) >= span.end);
    return count > 0 && (found.reach[count - 1] ?? 0) > span.start;
  };
}

/** Spans in the order of their starts, with the greatest end up to each. */
function withReach(spans: Span[]): { readonly spans: readonly Span[]; readonly reach: readonly number[] } {
  const sorted = spans.sort((one, other) => one.start - other.start);
  let greatest = 0;
  return { spans: sorted, reach: sorted.map(({ end }) => (greatest = Math.max(greatest, end))) };
}

/**
 * Returns whether a suggestion was rejected: where the rejection is now, or, wherever it is, by the same words with the same
 * eight characters to each side.
 */
export function rejectedSpans(
  rejections: readonly PlacedRejection[],
  text: string,
): (label: string, span: Span) => boolean {
  const keys = new Set(rejections.map(({ rejection: { label, target } }) => keyOf(label, target)));
  const places = rejections.filter(({ anchor }) => isPlaced(anchor));
  const spans = new Map(places.map(({ rejection, anchor }) => [`${rejection.label} ${String(anchor.start)}`, anchor]));
  return (label, span) => {
    const here = spans.get(`${label} ${String(span.start)}`);
    if (here && overlaps(here, span) && here.end === span.end) return true;
    return keys.has(keyOf(label, targetOf(text, span)));
  };
}

function keyOf(label: string, { exact, prefix, suffix }: Target): string {
  return JSON.stringify([label, exact, prefix.slice(-NEAR), suffix.slice(0, NEAR)]);
}

/** How many characters to each side tell one occurrence from another. */
const NEAR = 8;
