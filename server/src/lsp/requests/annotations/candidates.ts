import type { AnnotatedText } from '../../../annotations/annotatedText';
import { candidatePlaces } from '../../../annotations/candidates';
import { textOf } from '../../../core/span';
import type { CandidateItem } from '../../annotationProtocol';
import { placesIn } from './occurrences';

/** The places where an annotation may belong; none where there is no such annotation. */
export function candidateItems(annotated: AnnotatedText, id: string): CandidateItem[] {
  const placed = annotated.annotations().find(({ annotation }) => annotation.id === id);
  if (!placed) return [];
  const text = annotated.text();
  const spans = candidatePlaces(annotated, placed);
  return placesIn(text, spans).map((place, at) => ({
    ...place,
    words: textOf(text, spans[at] ?? { start: 0, end: 0 }),
  }));
}
