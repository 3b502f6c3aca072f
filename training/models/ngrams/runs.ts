import { LONGEST } from '../../../server/src/languageModel/model/ngrams';
import { BOUNDARY, RARE } from '../../../server/src/languageModel/model/symbols';

/** Runs of symbols: where each stands first in the order of places, and how often it stands. */
export interface Runs {
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  readonly length: number;
}

/** Runs of 2 to 5 symbols without a boundary inside that stand at least as often as their cut, in the order of their symbols. */
export function countRuns(symbols: Uint16Array, cuts: readonly number[]): Runs[] {
  const sorted = sortedByFirstSymbols(symbols);
  const growing = cuts.map(() => ({ starts: new Uint32Array(1 << 20), counts: new Uint32Array(1 << 20), length: 0 }));
  const since = new Uint32Array(LONGEST + 1);
  let previous = -1;
  for (let rank = 0; rank <= sorted.length; rank++) {
    const start = sorted[rank] ?? -1;
    let shared = 0;
    if (previous >= 0 && start >= 0)
      while (shared < LONGEST && symbols[previous + shared] === symbols[start + shared]) shared++;
    for (let order = Math.max(2, shared + 1); order <= LONGEST && previous >= 0; order++) {
      const count = rank - since[order]!;
      const into = growing[order - 2]!;
      if (count >= cuts[order - 2]! && isRun(symbols, previous, order)) {
        if (into.length === into.starts.length) {
          into.starts = grown(into.starts);
          into.counts = grown(into.counts);
        }
        into.starts[into.length] = previous;
        into.counts[into.length++] = count;
      }
      since[order] = rank;
    }
    previous = start;
  }
  return growing;
}

function isRun(symbols: Uint16Array, start: number, order: number): boolean {
  for (let at = start; at < start + order; at++) {
    if (symbols[at] === RARE || at >= symbols.length) return false;
    if (symbols[at] === BOUNDARY && at > start && at < start + order - 1) return false;
  }
  return true;
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** All places, ordered by the five symbols that start there: a radix sort from the last symbol to the first. */
function sortedByFirstSymbols(symbols: Uint16Array): Uint32Array {
  let from = new Uint32Array(symbols.length).map((_, at) => at);
  let to = new Uint32Array(symbols.length);
  for (let depth = LONGEST - 1; depth >= 0; depth--) {
    const offsets = new Uint32Array(65537);
    for (let at = 0; at < symbols.length; at++) offsets[(symbols[at + depth] ?? 0) + 1]!++;
    for (let symbol = 1; symbol <= 65536; symbol++) offsets[symbol]! += offsets[symbol - 1]!;
    for (let rank = 0; rank < from.length; rank++) {
      const start = from[rank]!;
      to[offsets[symbols[start + depth] ?? 0]!++] = start;
    }
    [from, to] = [to, from];
  }
  return from;
}
