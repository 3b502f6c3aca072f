import type { Analysis } from '../../analysis/analysis';
import { isPlaced } from '../../annotations/model';
import { placeAnnotationsInSteps, type PlacedAnnotation } from '../../annotations/stored';
import { compareSpans, covers } from '../../core/span';
import { resultOfSteps } from '../../core/steps';
import type { Relation } from '../../source/sidecar/schema';

/** The annotations of an issue that have a place in its text, in text order; only those within an article, if one is given. */
export function placedAnnotations({ source, document }: Analysis, articleId?: string): readonly PlacedAnnotation[] {
  const within = articleId === undefined ? undefined : document.articles.find(({ id }) => id === articleId)?.span;
  return resultOfSteps(placeAnnotationsInSteps(source.sidecar, document.text))
    .filter(({ anchor }) => isPlaced(anchor) && anchor.start < anchor.end)
    .filter(({ anchor }) => !within || covers(within, anchor))
    .sort((one, other) => compareSpans(one.anchor, other.anchor));
}

/** The relations of an issue between some of its annotations. */
export function relationsAmong({ source }: Analysis, annotations: readonly PlacedAnnotation[]): readonly Relation[] {
  const ids = new Set(annotations.map(({ annotation }) => annotation.id));
  return (source.sidecar.relations ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
}
