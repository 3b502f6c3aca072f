import { isSameCandidate, shiftSet, type CandidateSet, type ScoredCandidate } from './candidateSets';

/** The share of wrong characters from which on errors are expected to be side by side. */
const DAMAGED = 0.008;

/** Candidates that are supposed to be right when those beside them are weighed: their least score, and how many there are. */
const SUPPOSED = { score: -4.5, count: 24 };

/** Characters between two changes that weigh on one another. */
const NEAR = 4;

/** Characters on either side of a supposed change that are read again with it. */
const AROUND = 20;

/** Finds candidates in a text, of which `origin` gives where each of its characters comes from. */
type FindAgain = (text: string, origin: (at: number) => number) => readonly CandidateSet[];

/**
 * Weighs candidates again where another is close by, since each error spoils the context of the other: each is supposed
 * to be right in its turn, and what is then found beside it counts less by how unlikely that is. `find` reads a part of the
 * text as it then is, given where the characters of that are in the text as it is.
 */
export function withNeighbours(text: string, found: readonly CandidateSet[], find: FindAgain): readonly CandidateSet[] {
  if (expectedErrors(found) < DAMAGED * text.length) return found;
  const byStart = new Map(found.map((set) => [keyOf(set.best), set]));
  const supposed = [...found]
    .sort((one, other) => other.best.score - one.best.score)
    .filter(({ best }) => best.score >= SUPPOSED.score)
    .slice(0, SUPPOSED.count);
  for (const { best } of supposed) {
    let raised = best.score;
    for (const beside of setsBeside(text, best, find)) {
      const doubt = Math.log1p(Math.exp(-best.score));
      const set = lowered(beside, doubt, best);
      const known = byStart.get(keyOf(set.best));
      if (known && known.best.score >= set.best.score) continue;
      byStart.set(keyOf(set.best), set);
      // The two together are at least as likely to be right as this one is by itself.
      raised = Math.max(raised, Math.min(beside.best.score, best.score + beside.best.score));
    }
    const own = byStart.get(keyOf(best));
    if (own && raised > own.best.score) byStart.set(keyOf(best), lowered(own, own.best.score - raised));
  }
  return [...byStart.values()];
}

/** What is found close to a change, once it is made; offsets into the text as it is. */
function* setsBeside(text: string, change: ScoredCandidate, find: FindAgain): Generator<CandidateSet> {
  const from = Math.max(0, change.start - AROUND);
  const start = change.start - from;
  const end = start + change.replacement.length;
  const changed = text.slice(from, change.start) + change.replacement + text.slice(change.end, change.end + AROUND);
  const afterChange = from + (change.end - change.start) - change.replacement.length;
  for (const set of find(changed, (at) => at + (at < end ? from : afterChange))) {
    const { best } = set;
    const isBefore = best.end <= start && best.end >= start - NEAR;
    const isAfter = best.start >= end && best.start <= end + NEAR;
    if (!isBefore && !isAfter) continue;
    yield shiftSet(set, isBefore ? from : afterChange);
  }
}

function lowered({ best, others, beside }: CandidateSet, by: number, supposed = beside): CandidateSet {
  const lower = (candidate: ScoredCandidate): ScoredCandidate => ({ ...candidate, score: candidate.score - by });
  return { best: lower(best), others: others.map(lower), ...(supposed && { beside: supposed }) };
}

/** How many of the candidates are right, by their scores. */
function expectedErrors(found: readonly CandidateSet[]): number {
  return found.reduce((sum, { best }) => sum + 1 / (1 + Math.exp(-best.score)), 0);
}

function keyOf({ start, kind }: ScoredCandidate): string {
  return `${start}${kind === 'insertion' ? '+' : ''}`;
}

/** Whether one of two sets supposes that the best candidate of the other is right, so that they can be side by side. */
function areNeighbours(one: CandidateSet, other: CandidateSet): boolean {
  return isSupposedBy(one, other) || isSupposedBy(other, one);
}

function isSupposedBy({ best }: CandidateSet, { beside }: CandidateSet): boolean {
  return beside !== undefined && isSameCandidate(best, beside);
}

/**
 * The candidates that can be applied together, best first: none within two characters of a better one, unless it supposes
 * that the better one is right.
 */
export function compatible(candidateSets: readonly CandidateSet[]): CandidateSet[] {
  const kept: CandidateSet[] = [];
  for (const candidateSet of [...candidateSets].sort((a, b) => b.best.score - a.best.score)) {
    const { start, end } = candidateSet.best;
    const isTooClose = (other: CandidateSet): boolean =>
      start < other.best.end + 2 && other.best.start < end + 2 && !areNeighbours(candidateSet, other);
    if (!kept.some(isTooClose)) kept.push(candidateSet);
  }
  return kept;
}
