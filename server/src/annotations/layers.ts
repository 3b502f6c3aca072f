import { propertiesOf } from '../core/settings';
import type { AnnotatedText } from './annotatedText';

/** Which layers a user works with. The empty name is that of the layer that every issue has. */
export interface LayerChoice {
  /** The layer of new annotations; undefined for that of the settings. */
  readonly current: string | undefined;
  /** The layers that are not shown. */
  readonly hidden: readonly string[];
}

/** Reads what a client says of layers; what is wrong in it is left out. */
export function readLayerChoice(raw: unknown): LayerChoice {
  const { current, hidden } = propertiesOf(raw);
  return {
    current: typeof current === 'string' ? current : undefined,
    hidden: Array.isArray(hidden) ? hidden.filter((one) => typeof one === 'string') : [],
  };
}

/** An annotated text as it is shown: without the annotations of hidden layers. A change of it is one of the whole. */
export function withoutLayers(annotated: AnnotatedText, hidden: ReadonlySet<string>): AnnotatedText {
  if (hidden.size === 0) return annotated;
  return {
    ...annotated,
    annotations: () => annotated.annotations().filter(({ annotation: { layer = '' } }) => !hidden.has(layer)),
  };
}
