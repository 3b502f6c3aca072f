import type { Span } from '../../core/span';

const SENTENCE = /[^。！？；]*[。！？；]?[”’」』）]*/g;

/** The sentences of a text, which together are the whole of it. */
export function sentencesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE))
    if (sentence !== '') spans.push({ start: index, end: index + sentence.length });
  return spans;
}
