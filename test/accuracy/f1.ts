/** The harmonic mean of precision and recall, from counts: 0 where nothing was found and nothing was to be found. */
export function f1(right: number, found: number, expected: number): number {
  return found + expected === 0 ? 0 : (2 * right) / (found + expected);
}
