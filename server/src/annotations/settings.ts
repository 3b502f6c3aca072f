import { propertiesOf } from '../core/settings';
import { readLabels, type LabelReading } from './labels/labels';

/** What a user has set for annotating. */
export interface AnnotationSettings {
  /** Who annotates, as it is written into annotations; undefined to write no name. */
  readonly author: string | undefined;
  /** The layer of new annotations; undefined for the one that every issue has. */
  readonly layer: string | undefined;
  /** Labels for workspaces that have no `labels.json`; undefined for those of Galley. */
  readonly labels: LabelReading | undefined;
}

/** Reads the settings `galley.annotation.*` from the whole section `galley`. */
export function readAnnotationSettings(raw: unknown): AnnotationSettings {
  const { author, layer, labels } = propertiesOf(propertiesOf(raw)['annotation']);
  const isSet = Array.isArray(labels) && labels.length > 0;
  return { author: wordsOf(author), layer: wordsOf(layer), labels: isSet ? readLabels(labels) : undefined };
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
