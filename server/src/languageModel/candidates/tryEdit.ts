import type { EditKind } from '../scoring/editKind';
import type { CandidateEdit } from '../scoring/features';
import type { NgramModel } from '../model/ngrams';
import type { EditScorer } from '../scoring/passage';

/** What is to be tried: that `removed` characters from `at` on become some symbols. */
export interface Attempt {
  readonly kind: EditKind;
  readonly at: number;
  readonly removed: number;
  readonly symbols: readonly number[];
  /** The least gain, in nats, for which the change is weighed. */
  readonly least: number;
  /** What the gain must make up for before changes are compared, in nats. */
  readonly handicap?: number;
}

/** Tries a change; undefined where it gains too little: less than its own least gain, or than another that is given. */
export function tried(
  { kind, at, removed, symbols, handicap = 0, least: own }: Attempt,
  ngrams: NgramModel,
  scorer: EditScorer,
  least = own,
): CandidateEdit | undefined {
  const score = scorer(at + 1, removed, symbols, least + handicap);
  if (!score) return undefined;
  const inserted = String.fromCharCode(...symbols.map((symbol) => ngrams.codeOf(symbol)));
  return { kind, at, removed, inserted, score, rank: score.gain - handicap };
}

/** Changes of each sort that are weighed at one place. */
const WEIGHED = 4;

/** Tries all of some changes; the best of them. The most likely should come first: what follows is given up the sooner. */
export function bestOf(attempts: Iterable<Attempt>, ngrams: NgramModel, scorer: EditScorer): CandidateEdit[] {
  const best: CandidateEdit[] = [];
  for (const attempt of attempts) {
    const least = Math.max(attempt.least, best[WEIGHED - 1]?.rank ?? -Infinity);
    const change = tried(attempt, ngrams, scorer, least);
    if (!change) continue;
    let slot = best.length;
    while (slot > 0 && (best[slot - 1]?.rank ?? 0) < change.rank) slot--;
    best.splice(slot, 0, change);
    best.length = Math.min(best.length, WEIGHED);
  }
  return best;
}
