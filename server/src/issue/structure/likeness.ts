/** From this likeness on, one line is taken for a correction of another. */
export const ALIKE = 0.5;

/** The likeness of two lines one of which opens with the other, and how long that must be, in code units. */
const OPENS_WITH = 0.9;
const SHORTEST_OPENING = 4;

/**
 * How alike two short texts are, from 0 to 1: the share of the longer one that need not be changed. A line that opens with all
 * of the other is the same line before it was split, or after another was joined to it.
 */
export function likenessOf(one: string, other: string): number {
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  const share = longest === 0 ? 1 : 1 - distanceOf(one, other) / longest;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isOpening = short.length >= SHORTEST_OPENING && long.startsWith(short);
  return isOpening ? Math.max(OPENS_WITH, share) : share;
}

/** The edit distance of Levenshtein, in code units. */
function distanceOf(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let at = 1; at <= other.length; at++) {
      const replaced = (above[at - 1] ?? 0) + (one.charCodeAt(row - 1) === other.charCodeAt(at - 1) ? 0 : 1);
      current.push(Math.min(replaced, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
