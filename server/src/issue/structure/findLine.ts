import type { LineReference } from '../../source/sidecar/schema';
import { ALIKE, likenessOf } from './likeness';
import { NEIGHBOURS, quoteOf, readHash, sharedNeighbours, type PrintedLines } from './printedLines';

/**
 * The index of the line that a reference names: the line with its words, wherever it is now, or the corrected line that is
 * between the same neighbours. Undefined where there is none, or where several lines may be meant.
 */
export function findLine(lines: PrintedLines, reference: LineReference): number | undefined {
  return unchangedLine(lines, reference) ?? correctedLine(lines, reference);
}

/** The line with the same words. Of several, the one among at least half of its neighbours. */
function unchangedLine(lines: PrintedLines, reference: LineReference): number | undefined {
  const { count = 1, occurrence, repeated = false, above, below } = reference;
  const same = lines.linesWith(readHash(reference.hash));
  if (same.length === 1 && count === 1) return same[0];
  const all = above.length + below.length;
  const scores = same.map((line) => sharedNeighbours(lines, line, reference));
  const most = scores.reduce((best, score) => Math.max(best, score), 0);
  const best = same.filter((_, at) => scores[at] === most);
  // A line like it may be left of several, while the line itself is gone.
  if (same.length < count) return best.length === 1 && most === all && !repeated ? best[0] : undefined;
  if (most < all / 2) return undefined;
  if (best.length === 1) return best[0];
  const line = same.length === count ? same[occurrence ?? 0] : undefined;
  return line !== undefined && best.includes(line) ? line : undefined;
}

/** Lines that are so common that they show no place. */
const COMMON = 20;

/** A line may be split into so many. */
const MOST_PIECES = 3;

/** By so much the best of several lines between the same neighbours must be more alike than the second. */
const CLEARLY = 0.2;

/** The line that is alike and between the nearest neighbours that are still there. */
function correctedLine(lines: PrintedLines, reference: LineReference): number | undefined {
  const known = new Set([reference.hash, ...reference.above, ...reference.below].map(readHash));
  const least = (reference.above.length + reference.below.length) / 2;
  const isLikely = (line: number): boolean =>
    !known.has(lines.hashes[line] ?? 0) && sharedNeighbours(lines, line, reference) >= least;
  const above = placesOf(lines, reference.above, -1);
  const below = placesOf(lines, reference.below, lines.spans.length);
  for (let distance = 0; distance < above.length + below.length - 1; distance++)
    for (let up = 0; up <= distance; up++) {
      const down = distance - up;
      const candidates = (above[up] ?? [])
        .flatMap((top) => (below[down] ?? []).map((bottom) => between(top, bottom, up, down)))
        .flat()
        .filter(isLikely);
      const found = mostAlike(lines, candidates, reference.text);
      if (found !== undefined) return found;
    }
  return undefined;
}

/** For each neighbour the lines that may be it. Beyond those of a line near an end of the text is that end. */
function placesOf(lines: PrintedLines, hashes: readonly string[], end: number): (readonly number[])[] {
  const places = hashes.map((hash) => {
    const found = lines.linesWith(readHash(hash));
    return found.length <= COMMON ? found : [];
  });
  return hashes.length < NEIGHBOURS ? [...places, [end]] : places;
}

/**
 * The lines between two neighbours that may be the one that was `up` lines below the first and `down` lines above the second.
 * Right between both there may be more lines than one; further away their number must not have changed.
 */
function between(top: number, bottom: number, up: number, down: number): number[] {
  const count = bottom - top - 1;
  if (up + down > 0) return count === up + down + 1 ? [top + up + 1] : [];
  return count > MOST_PIECES ? [] : Array.from({ length: Math.max(0, count) }, (_, at) => top + 1 + at);
}

function mostAlike(lines: PrintedLines, candidates: readonly number[], text: string): number | undefined {
  const ranked = [...new Set(candidates)]
    .map((line) => ({ line, likeness: likenessOf(text, quoteOf(lines, line)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness);
  const [best, second] = ranked;
  return best && (!second || best.likeness - second.likeness >= CLEARLY) ? best.line : undefined;
}
