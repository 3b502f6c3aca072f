import type { Analysis } from '../../analysis/analysis';
import { placeAnnotationsInSteps, type PlacedAnnotation } from '../../annotations/stored';
import { compareSpans, type Span } from '../../core/span';
import { resultOfSteps } from '../../core/steps';

/** The annotations of an issue that have a place in its text, in text order; only those within an article, if one is given. */
export function placedAnnotations({ source, document }: Analysis, articleId?: string): readonly PlacedAnnotation[] {
  const within = articleId === undefined ? undefined : document.articles.find(({ id }) => id === articleId)?.span;
  return resultOfSteps(placeAnnotationsInSteps(source.sidecar, document.text))
    .filter(({ anchor: { state, start, end } }) => PLACED.has(state) && start < end)
    .filter(({ anchor }) => !within || isWithin(within, anchor))
    .sort((one, other) => compareSpans(one.anchor, other.anchor));
}

function isWithin(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const PLACED: ReadonlySet<string> = new Set(['anchored', 'moved', 'changed']);
