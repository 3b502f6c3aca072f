import { firstIndex } from './search';

/**
 * Which line of a new text each line of an old one has become, by the hashes of their lines; -1 where that is unknown.
 * Lines that occur once in each text and keep their order are found first (the longest such run, as in a patience diff);
 * then equal neighbours of what has been found, so that lines that occur more than once are placed too.
 */
export function alignLines(before: Uint32Array, after: Uint32Array): Int32Array {
  const aligned = new Int32Array(before.length).fill(-1);
  const taken = new Uint8Array(after.length);
  const align = (line: number, newLine: number): void => {
    aligned[line] = newLine;
    taken[newLine] = 1;
  };
  for (const [line, newLine] of longestRun(uniquePairs(before, after))) align(line, newLine);

  const isFree = (line: number, newLine: number): boolean =>
    aligned[line] === -1 && taken[newLine] === 0 && before[line] === after[newLine];
  for (let line = 0, newLine = 0; line < before.length; line++) {
    if (aligned[line] === -1 && isFree(line, newLine)) align(line, newLine);
    newLine = (aligned[line] ?? -1) === -1 ? -1 : (aligned[line] ?? -1) + 1;
  }
  for (let line = before.length - 1, newLine = after.length - 1; line >= 0; line--) {
    if (aligned[line] === -1 && isFree(line, newLine)) align(line, newLine);
    newLine = (aligned[line] ?? -1) === -1 ? -1 : (aligned[line] ?? -1) - 1;
  }
  return aligned;
}

/** The lines whose hash occurs once in both texts, in the order of the old text. */
function uniquePairs(before: Uint32Array, after: Uint32Array): (readonly [number, number])[] {
  const unique = (hashes: Uint32Array): Map<number, number> => {
    const places = new Map<number, number>();
    hashes.forEach((hash, line) => places.set(hash, places.has(hash) ? -1 : line));
    return places;
  };
  const newPlaces = unique(after);
  const pairs: (readonly [number, number])[] = [];
  for (const [hash, line] of unique(before)) {
    const newLine = newPlaces.get(hash) ?? -1;
    if (line >= 0 && newLine >= 0) pairs.push([line, newLine]);
  }
  return pairs.sort(([first], [second]) => first - second);
}

/** The longest part of some pairs whose second numbers increase. */
function longestRun(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const lastOfLength: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  const newLineOf = (index: number): number => pairs[index]?.[1] ?? 0;
  pairs.forEach(([, newLine], index) => {
    const length = firstIndex(lastOfLength.length, (at) => newLineOf(lastOfLength[at] ?? 0) >= newLine);
    previous[index] = lastOfLength[length - 1] ?? -1;
    lastOfLength[length] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let at = lastOfLength.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
