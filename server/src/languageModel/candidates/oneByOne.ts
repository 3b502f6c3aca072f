import vocabulary from '../../../../dictionaries/lexicons/one-by-one.json';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import { LONGEST_WORD } from '../model/words';
import type { Passage, EditScorer } from '../scoring/passage';
import { tried } from './tryEdit';

/** However rare the adverb is, nats that are not to be lost by it. */
const LEAST_GAIN = -20;

/** 作出回应, 予以解答: what is done to each thing in turn; or the verb alone, where it ends the clause. */
const TREATMENT = new RegExp(
  `^(?:(?:${vocabulary.lightVerbs.join('|')})(?:${vocabulary.verbs.join('|')})|(?:${vocabulary.verbs.join('|')})(?=了?(?:[，。；：！？、]|$)))`,
);

/** 一……就……: 一 by itself is right there. */
const AS_SOON_AS = /^[^，。；：！？]*(?:[，、]\s*)?[^，。；：！？]{0,8}[就便即]/;

/** Code units after 一 that are looked at. */
const AHEAD = 40;

/**
 * The adverb 一一 (each in turn) of which one character is dropped. It is rare, and 一 is right nearly everywhere, so
 * that no run of characters shows it: what speaks for it is that 一 is an adverb before a verb of answering or treating.
 */
export function oneByOneAt(
  { text }: Passage,
  at: number,
  { ngrams, words }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  if (text[at] !== '一' || text[at - 1] === '一') return [];
  const ahead = text.slice(at + 1, at + 1 + AHEAD);
  if (!TREATMENT.test(ahead) || AS_SOON_AS.test(ahead)) return [];
  words.startingAt(text, Math.max(0, at - 1), at + 1, codes);
  if (at > 0 && (codes[2] ?? -1) >= 0) return [];
  const symbols = [ngrams.symbolOf('一'.charCodeAt(0))];
  const change = tried({ kind: 'insertion', at, removed: 0, symbols, least: LEAST_GAIN }, ngrams, scorer);
  return change ? [{ ...change, isWorthALook: true }] : [];
}

// Room for one search at a time.
const codes = new Int16Array(LONGEST_WORD + 1);
