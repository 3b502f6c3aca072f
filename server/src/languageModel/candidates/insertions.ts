import { isHan } from '../../core/characters';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import { fitOf, UNSEEN } from './contextFit';
import { bestOf, type Attempt } from './tryEdit';

/** Nats for the characters before and after a place from which on it is tried whether one is missing between them. */
const SURPRISING = 8;

/** The least of them for the character after the place alone. */
const SURPRISING_AFTER = 3;

/**
 * The least gain, in nats, for which a change is weighed, and how well the character must fit by pairs alone, set
 * against how often the two were seen side by side, to be tried with longer runs. An additional character costs some
 * likelihood by itself; one said twice more, but it is the most likely to be dropped.
 */
const LEAST = { gain: 0, fitness: Math.exp(13) };
const LEAST_OF_REPEAT = { gain: -4, fitness: Math.exp(11.3) };

/** The changes by which a character comes before `text[at]`: the same again, or what is most often between the two. */
export function insertionsAt(
  { text, symbols, surprise }: Passage,
  at: number,
  { ngrams }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const here = surprise[at + 1] ?? 0;
  if (here < SURPRISING_AFTER || here + (surprise[at + 2] ?? 0) < SURPRISING) return [];
  if (at === 0 || !isHan(text.charCodeAt(at - 1))) return [];
  const before = symbols[at] ?? 0;
  const after = symbols[at + 1] ?? 0;
  const attempts: Attempt[] = [];
  const offer = (symbol: number, { gain, fitness }: { readonly gain: number; readonly fitness: number }): void => {
    if (fitOf(symbol, before, after, ngrams) >= fitness * (ngrams.pair(before, after) + UNSEEN))
      attempts.push({ kind: 'insertion', at, removed: 0, symbols: [symbol], least: gain });
  };
  offer(after, LEAST_OF_REPEAT);
  for (let rank = 0; rank < ngrams.ranks; rank++) {
    const symbol = ngrams.between(before, after, rank);
    if (symbol < 0) break;
    if (symbol !== after && isHan(ngrams.codeOf(symbol))) offer(symbol, LEAST);
  }
  return bestOf(attempts, ngrams, scorer);
}
