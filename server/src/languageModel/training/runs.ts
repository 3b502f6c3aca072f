import { LONGEST } from '../model/ngrams';
import { BOUNDARY } from '../model/symbols';

/** Different runs of `order` characters, in the order of their characters. */
export interface Runs {
  readonly order: number;
  /** `order` folded codes for each run. */
  readonly codes: Uint16Array;
  /** How often each stands. */
  readonly counts: Uint32Array;
}

/** The shortest of the runs that are counted as such. */
const SHORTEST = 2;

/** The lengths of runs. */
export const ORDERS = [2, 3, 4, 5] as const;

/** The runs of 2 to 5 characters of a text, without a boundary inside, that are at least as often as the cut of their length. */
export function countRuns(text: Uint16Array, cuts: readonly number[]): readonly Runs[] {
  const sorted = sortedByFirstCodes(text);
  const growing = ORDERS.map(growingRuns);
  const since = new Uint32Array(LONGEST + 1);
  let previous = -1;
  for (let rank = 0; rank <= sorted.length; rank++) {
    const start = sorted[rank] ?? -1;
    let shared = 0;
    if (previous >= 0 && start >= 0)
      while (shared < LONGEST && text[previous + shared] === text[start + shared]) shared++;
    for (let order = Math.max(SHORTEST, shared + 1); order <= LONGEST && previous >= 0; order++) {
      const count = rank - (since[order] ?? 0);
      if (count >= (cuts[order - SHORTEST] ?? 1) && isRun(text, previous, order))
        growing[order - SHORTEST]?.add(text, previous, count);
      since[order] = rank;
    }
    previous = start;
  }
  return growing.map((runs) => runs.grown());
}

/** Adds the runs of two texts up. Both are of the same order. */
export function addRuns(one: Runs, other: Runs): Runs {
  const sum = growingRuns(one.order);
  let left = 0;
  let right = 0;
  while (left < one.counts.length || right < other.counts.length) {
    const compared = compareRuns(one, left, other, right);
    const count = (compared <= 0 ? (one.counts[left] ?? 0) : 0) + (compared >= 0 ? (other.counts[right] ?? 0) : 0);
    if (compared <= 0) sum.add(one.codes, left * one.order, count);
    else sum.add(other.codes, right * other.order, count);
    if (compared <= 0) left++;
    if (compared >= 0) right++;
  }
  return sum.grown();
}

/** The runs that `isKept` keeps. */
export function keepRuns(runs: Runs, isKept: (place: number) => boolean): Runs {
  const kept = growingRuns(runs.order);
  for (let place = 0; place < runs.counts.length; place++)
    if (isKept(place)) kept.add(runs.codes, place * runs.order, runs.counts[place] ?? 0);
  return kept.grown();
}

/** Where there are more than `most` runs, those that stand most often: no more than that. */
export function commonestRuns(runs: Runs, most: number): Runs {
  if (runs.counts.length <= most) return runs;
  const withCount = new Uint32Array(COUNTED + 1);
  for (const count of runs.counts) {
    const at = Math.min(count, COUNTED);
    withCount[at] = (withCount[at] ?? 0) + 1;
  }
  let cut = 0;
  for (let kept = runs.counts.length; kept > most && cut < COUNTED; cut++) kept -= withCount[cut] ?? 0;
  return keepRuns(runs, (place) => (runs.counts[place] ?? 0) >= cut);
}

/** The highest cut that is looked for. */
const COUNTED = 10_000;

/** Negative where the run of the first comes before that of the second. A run after the last comes after all. */
function compareRuns(one: Runs, left: number, other: Runs, right: number): number {
  if (left >= one.counts.length) return 1;
  if (right >= other.counts.length) return -1;
  for (let at = 0; at < one.order; at++) {
    const difference = (one.codes[left * one.order + at] ?? 0) - (other.codes[right * one.order + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isRun(text: Uint16Array, start: number, order: number): boolean {
  if (start + order > text.length) return false;
  for (let at = start + 1; at < start + order - 1; at++) if (text[at] === BOUNDARY) return false;
  return true;
}

interface GrowingRuns {
  add(codes: Uint16Array, start: number, count: number): void;
  grown(): Runs;
}

function growingRuns(order: number): GrowingRuns {
  let codes = new Uint16Array(order << 12);
  let counts = new Uint32Array(1 << 12);
  let length = 0;
  return {
    add(from, start, count) {
      if (length === counts.length) {
        const [longerCodes, longerCounts] = [new Uint16Array(codes.length * 2), new Uint32Array(length * 2)];
        longerCodes.set(codes);
        longerCounts.set(counts);
        [codes, counts] = [longerCodes, longerCounts];
      }
      for (let at = 0; at < order; at++) codes[length * order + at] = from[start + at] ?? 0;
      counts[length++] = count;
    },
    grown: () => ({ order, codes: codes.slice(0, length * order), counts: counts.slice(0, length) }),
  };
}

/** All places, ordered by the five codes that start there: a radix sort from the last code to the first. */
function sortedByFirstCodes(text: Uint16Array): Uint32Array {
  let from = new Uint32Array(text.length).map((_, at) => at);
  let to = new Uint32Array(text.length);
  for (let depth = LONGEST - 1; depth >= 0; depth--) {
    const offsets = new Uint32Array(65537);
    for (let at = 0; at < text.length; at++) {
      const code = (text[at + depth] ?? 0) + 1;
      offsets[code] = (offsets[code] ?? 0) + 1;
    }
    for (let code = 1; code <= 65536; code++) offsets[code] = (offsets[code] ?? 0) + (offsets[code - 1] ?? 0);
    for (let rank = 0; rank < from.length; rank++) {
      const start = from[rank] ?? 0;
      const code = text[start + depth] ?? 0;
      const place = offsets[code] ?? 0;
      to[place] = start;
      offsets[code] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
