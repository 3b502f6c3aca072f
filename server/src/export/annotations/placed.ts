import type { Analysis } from '../../analysis/analysis';
import { isInText } from '../../annotations/model';
import { placeAnnotationsInSteps, type PlacedAnnotation } from '../../annotations/stored';
import { memoize } from '../../core/cache';
import { compareSpans, covers } from '../../core/span';
import { resultOfSteps } from '../../core/steps';
import type { Relation } from '../../source/sidecar/schema';

/** The annotations of an issue that have a place in its text, in text order; only those within an article, if one is given. */
export function placedAnnotations(analysis: Analysis, articleId?: string): readonly PlacedAnnotation[] {
  const { articles } = analysis.document;
  const within = articleId === undefined ? undefined : articles.find(({ id }) => id === articleId)?.span;
  return annotationsOf(analysis).filter(({ anchor }) => isInText(anchor) && (!within || covers(within, anchor)));
}

/** The annotations of an issue that have no place in its text, so that no export has them. */
export function unplacedAnnotations(analysis: Analysis): readonly PlacedAnnotation[] {
  return annotationsOf(analysis).filter(({ anchor }) => !isInText(anchor));
}

/** In text order. They are looked for once. */
const annotationsOf = memoize(({ source, document }: Analysis): readonly PlacedAnnotation[] =>
  resultOfSteps(placeAnnotationsInSteps(source.sidecar, document.text)).sort((one, other) =>
    compareSpans(one.anchor, other.anchor),
  ),
);

/** The relations of an issue between some of its annotations. */
export function relationsAmong({ source }: Analysis, annotations: readonly PlacedAnnotation[]): readonly Relation[] {
  const ids = new Set(annotations.map(({ annotation }) => annotation.id));
  return (source.sidecar.relations ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
}
