import type { Span } from '../core/span';
import type { AnnotatedText } from './annotatedText';
import { rejectedSpans, takenSpans } from './suggestions';

/** What is looked for in a text. */
export interface OccurrenceSearch {
  readonly words: string;
  /** The label and the layer that the places are to have. */
  readonly label: string;
  readonly layer: string | undefined;
  readonly within: Span;
  /** How many places are wanted at most. */
  readonly most: number;
}

/** Where some words occur in a text. */
export interface Occurrences {
  /** The places that can be annotated, in text order. */
  readonly free: readonly Span[];
  /** How many places were left out because an annotation of the layer with the label is on them or overlaps them. */
  readonly annotated: number;
  /** How many places were left out because a person has rejected the label there. */
  readonly rejected: number;
  /** Whether there are more free places than are wanted. */
  readonly isCut: boolean;
}

/** Finds the places of some words that can be annotated. */
export function findOccurrences(
  annotated: Pick<AnnotatedText, 'text' | 'annotations' | 'rejections'>,
  { words, label, layer, within, most }: OccurrenceSearch,
): Occurrences {
  const text = annotated.text();
  const isTaken = takenSpans(annotated.annotations().filter(({ annotation }) => annotation.layer === layer));
  const isRejected = rejectedSpans(annotated.rejections(), text);
  const free: Span[] = [];
  let [taken, rejected] = [0, 0];
  for (
    let at = words.trim() === '' ? -1 : text.indexOf(words, within.start);
    at >= 0 && at + words.length <= within.end;
    at = text.indexOf(words, at + words.length)
  ) {
    const span = { start: at, end: at + words.length };
    if (isTaken(label, span)) taken++;
    else if (isRejected(label, span)) rejected++;
    else if (free.length === most) return { free, annotated: taken, rejected, isCut: true };
    else free.push(span);
  }
  return { free, annotated: taken, rejected, isCut: false };
}
