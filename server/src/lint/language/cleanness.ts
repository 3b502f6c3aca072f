import type { Detection } from '../../languageModel/detect';
import type { EditKind } from '../../languageModel/scoring/editKind';

/**
 * Detections of high confidence in ten thousand characters below which an issue is taken to be free of a kind of error:
 * texts without errors have about a third of these.
 */
const SPARSE: Readonly<Record<EditKind, number>> = { substitution: 2, word: 2, deletion: 1, insertion: 1 };

/** By how many nats the score must exceed what high confidence asks for elsewhere, in an issue without such errors. */
const MARGIN: Readonly<Record<EditKind, number>> = { substitution: 1, word: 1, deletion: 0.75, insertion: 0.6 };

/**
 * The margins that high confidence takes in an issue, by kind. An issue with hardly any detections has few errors or
 * none, so that each of the few is more likely to be a false alarm than in a damaged text.
 */
export function marginsIn(length: number, detections: Iterable<Detection>): (kind: EditKind) => number {
  const counts = new Map<EditKind, number>();
  for (const { kind, confidence } of detections)
    if (confidence === 'high') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (kind) => ((counts.get(kind) ?? 0) * 10_000 < SPARSE[kind] * length ? MARGIN[kind] : 0);
}
