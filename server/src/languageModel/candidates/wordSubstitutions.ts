import { isHan } from '../../core/characters';
import { MOST_CLOSE } from '../model/confusables';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { NgramModel } from '../model/ngrams';
import type { Passage, EditScorer } from '../scoring/passage';
import { fit, UNSEEN } from './contextFit';
import { createShortlist } from './shortlist';
import { bestOf, type Attempt } from './tryEdit';

/** Nats for two characters and the one after them from which on another word is tried for the two. */
const SURPRISING = 20;

/** Two characters fit in by chance more easily than one, so that they must gain more. */
const LEAST_GAIN = 5;

/** Words that are tried at one place. */
const TRIED = 7;

/** How well a word must fit by pairs alone, as a share of how what is there does, to be tried with longer runs. */
const LEAST_FIT = Math.exp(-1);

/** How often a word must have been seen to be proposed as a whole. */
const COMMON_PAIR = 20;

/** Words of two characters, both of them taken for others. */
export function wordsAt(
  { text, symbols, surprise }: Passage,
  at: number,
  language: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  if ((surprise[at + 1] ?? 0) + (surprise[at + 2] ?? 0) + (surprise[at + 3] ?? 0) < SURPRISING) return [];
  const { ngrams, confusables } = language;
  const second = text.charCodeAt(at + 1);
  if (at + 1 >= text.length || !isHan(second)) return [];
  const before = symbols[at] ?? 0;
  const after = symbols[at + 3] ?? 0;
  const firsts = symbolsAmong(confusables.close(text.charCodeAt(at)), FIRSTS, ngrams, (symbol) =>
    ngrams.pair(before, symbol),
  );
  if (firsts.length === 0) return [];
  const seconds = symbolsAmong(confusables.close(second), SECONDS, ngrams, (symbol) =>
    ngrams.pairFromBehind(symbol, after),
  );
  const fitness = (first: number, next: number, count: number): number =>
    (count + UNSEEN) *
    fit(ngrams.pair(before, first), ngrams.pairFromBehind(next, after), ngrams.rarity(first) * ngrams.rarity(next));
  const [one, two] = [symbols[at + 1] ?? 0, symbols[at + 2] ?? 0];
  const least = fitness(one, two, ngrams.pair(one, two)) * LEAST_FIT;
  const shortlist = createShortlist(TRIED);
  for (const first of firsts)
    for (const next of seconds) {
      const count = ngrams.pair(first, next);
      if (count < COMMON_PAIR) continue;
      const own = fitness(first, next, count);
      if (own >= least) shortlist.offer(first * SYMBOLS + next, own);
    }
  const attempts = shortlist.taken().map((word): Attempt => {
    const pair = [Math.floor(word / SYMBOLS), word % SYMBOLS];
    return { kind: 'word', at, removed: 2, symbols: pair, least: LEAST_GAIN };
  });
  return bestOf(attempts, ngrams, scorer);
}

// Room for one search at a time.
const FIRSTS = new Uint16Array(MOST_CLOSE);
const SECONDS = new Uint16Array(MOST_CLOSE);

/** The symbols of those characters that were seen beside a neighbour, in `room`. */
function symbolsAmong(
  codes: Uint16Array,
  room: Uint16Array,
  ngrams: NgramModel,
  seen: (symbol: number) => number,
): Uint16Array {
  let length = 0;
  for (const code of codes) {
    const symbol = ngrams.symbolOf(code);
    if (seen(symbol) > 0) room[length++] = symbol;
  }
  return room.subarray(0, length);
}

/** More than there are symbols, so that two make one number. */
const SYMBOLS = 65536;
