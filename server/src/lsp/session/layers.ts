import type { AnnotatedText } from '../../annotations/annotatedText';
import { withoutLayers, type LayerChoice } from '../../annotations/layers';

/** The layers that the user of a session works with. */
export interface Layers {
  choose(choice: LayerChoice): void;
  /** The layer of new annotations; undefined for the one that every issue has. */
  current(): string | undefined;
  /** What is shown of an annotated text. */
  shownOf(annotated: AnnotatedText): AnnotatedText;
}

/** Keeps the choice of layers; as long as there is none, the layer of the settings is used and all are shown. */
export function createLayers(ofSettings: () => string | undefined): Layers {
  let choice: LayerChoice = { current: undefined, hidden: [] };
  const current = (): string => choice.current ?? ofSettings() ?? '';
  return {
    choose(next) {
      choice = next;
    },
    current: () => (current() === '' ? undefined : current()),
    shownOf(annotated) {
      // What a user annotates now is always shown.
      return withoutLayers(annotated, new Set(choice.hidden.filter((one) => one !== current())));
    },
  };
}
