import { compareSpans, type Span } from '../core/span';
import type { Target } from '../source/sidecar/schema';
import type { AnnotatedText } from './annotatedText';
import { uniqueAnchorFinder } from './anchor/anchor';
import type { PlacedAnnotation } from './stored';
import { takenSpans } from './suggestions';

/** The most places that a person is offered. */
const MOST = 20;
/** The most places that are compared with one another. */
const MOST_COMPARED = 2000;
/** How many characters of the surroundings must be equal to find words that have changed. */
const NEAR = 6;

/**
 * The places where an annotation may belong that has no certain place, the most likely first: those that have its words, and what is
 * between its surroundings. A place that has such an annotation already is left out.
 */
export function candidatePlaces(annotated: AnnotatedText, { annotation, anchor }: PlacedAnnotation): readonly Span[] {
  const text = annotated.text();
  const { id, label, layer, target } = annotation;
  const isTaken = takenSpans(
    annotated.annotations().filter((one) => one.annotation.layer === layer && one.annotation.id !== id),
  );
  const places = [...placesOf(text, target.exact), ...betweenSurroundings(text, target)];
  const unique = [...new Map(places.map((span) => [`${String(span.start)} ${String(span.end)}`, span])).values()];
  const likeness = new Map(unique.map((span) => [span, likenessOf(text, span, target)]));
  const rank = (span: Span): number => likeness.get(span) ?? 0;
  return unique
    .filter((span) => !isTaken(label, span))
    .sort(
      (one, other) =>
        rank(other) - rank(one) ||
        Math.abs(one.start - anchor.start) - Math.abs(other.start - anchor.start) ||
        compareSpans(one, other),
    )
    .slice(0, MOST);
}

/** Where a text has what a target describes: at its offsets, or at the only place with its words and surroundings. */
export function targetPlace(text: string, target: Target): Span | undefined {
  const { start, end, exact } = target;
  if (exact !== '' && text.slice(start, end) === exact) return { start, end };
  return uniqueAnchorFinder(text)(target);
}

function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_COMPARED; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length });
  return places;
}

/** What is between the nearest surroundings, at most three times as long as the words were. */
function betweenSurroundings(text: string, { exact, prefix, suffix }: Target): readonly Span[] {
  const [before, after] = [prefix.slice(-NEAR), suffix.slice(0, NEAR)];
  if (before.length < NEAR || after.length < NEAR) return [];
  return placesOf(text, before).flatMap(({ end: start }) => {
    const end = text.slice(start, start + exact.length * 3 + 2 + after.length).indexOf(after);
    return end > 0 ? [{ start, end: start + end }] : [];
  });
}

/** How many characters around a place, and in it, are as the target has them. */
function likenessOf(text: string, { start, end }: Span, { exact, prefix, suffix }: Target): number {
  let count = text.slice(start, end) === exact ? exact.length : 0;
  for (let at = 1; at <= prefix.length && text[start - at] === prefix.at(-at); at++) count++;
  for (let at = 0; at < suffix.length && text[end + at] === suffix[at]; at++) count++;
  return count;
}
