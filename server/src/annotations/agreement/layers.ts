import { t } from '@vscode/l10n';
import { groupBy } from '../../core/groups';
import type { Annotation, Sidecar } from '../../source/sidecar/schema';
import { anchorInSteps } from '../anchor/anchor';
import { layoutOf } from '../anchor/layout';
import { isInText, isPlaced, targetOf } from '../model';
import { placeAnnotationsInSteps, type PlacedAnnotation } from '../stored';
import type { Layer } from './compare';
import type { LabelledSpan } from './spanScores';

/** How one person reads a span: an annotation, as far as it is compared and decided about. */
export interface Reading extends LabelledSpan, Pick<Annotation, 'attributes' | 'entity'> {}

/** A copy of an issue that somebody has annotated. */
export interface AnnotatedCopy {
  readonly name: string;
  readonly text: string;
  readonly sidecar: Sidecar;
}

/** What somebody has annotated, and sentences on what cannot be compared. */
export interface LayerReading {
  readonly layers: readonly Layer<Reading>[];
  readonly problems: readonly string[];
}

/** The layers of one issue by their names, each as one person’s work. `name` is that of the issue, for sentences. */
export function layersOf(placed: readonly PlacedAnnotation[], name: string): LayerReading {
  const found = placed.filter(({ anchor }) => isInText(anchor));
  const layers = [...groupBy(found, ({ annotation: { layer = '' } }) => layer)].map(([layer, ofLayer]) => ({
    name: layerName(layer),
    spans: ofLayer.map(readingOf),
  }));
  return { layers, problems: goneSentences(name, placed.length - found.length) };
}

/** The name of a layer as people see it; an empty one is the layer that every issue has. */
export function layerName(layer: string): string {
  return layer === '' ? t('Common layer') : layer;
}

/**
 * All annotations of a copy as one layer of the text of the first copy, in steps. If the texts differ, they are anchored in that of
 * the first.
 */
export function* copyLayerInSteps(
  { name, text, sidecar }: AnnotatedCopy,
  first: { readonly name: string; readonly text: string },
): Generator<undefined, LayerReading> {
  const placed = yield* placeAnnotationsInSteps(sidecar, text);
  const found = placed.filter(({ anchor }) => isInText(anchor));
  const readings = found.map(readingOf);
  const gone = goneSentences(name, placed.length - found.length);
  if (text === first.text) return { layers: [{ name, spans: readings }], problems: gone };
  const targets = readings.map((reading) => targetOf(text, reading));
  const anchors = yield* anchorInSteps(layoutOf(text), first.text, targets);
  const spans = readings.flatMap((reading, at) => {
    const anchor = anchors[at];
    return anchor && isPlaced(anchor) ? [{ ...reading, start: anchor.start, end: anchor.end }] : [];
  });
  const lost = readings.length - spans.length;
  const elsewhere =
    lost === 0
      ? []
      : [
          t(
            '{0}: {1} annotations were skipped, because their words are not in the text of {2}.',
            name,
            lost,
            first.name,
          ),
        ];
  return { layers: [{ name, spans }], problems: [...gone, ...elsewhere] };
}

function goneSentences(name: string, count: number): readonly string[] {
  if (count === 0) return [];
  return [t('{0}: {1} annotations were skipped, because their words are no longer in the text.', name, count)];
}

function readingOf({ annotation, anchor: { start, end } }: PlacedAnnotation): Reading {
  const { label, attributes, entity } = annotation;
  return {
    start,
    end,
    label,
    ...(attributes === undefined ? {} : { attributes }),
    ...(entity === undefined ? {} : { entity }),
  };
}
