import { MUCH_ALIKE } from '../model/confusables';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import type { MissedPhrase } from '../model/setPhrases';
import { tried } from './tryEdit';

/**
 * The least gain, in nats, for which a change to a set phrase is weighed. Idioms are rare in news, so that they gain
 * less than words.
 */
const LEAST_GAIN = 1;

/**
 * The changes by which what is at one place becomes a set phrase. People play with phrases: what is neither seen nor
 * heard as the phrase is meant.
 */
export function setPhraseEdits(
  missed: readonly MissedPhrase[],
  { text }: Passage,
  { ngrams, confusables }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const changes: CandidateEdit[] = [];
  for (const { at, removed, inserted, span } of missed) {
    const code = inserted.charCodeAt(0);
    if (changes.some((change) => change.inserted === inserted && change.removed === removed)) continue;
    const observed = text.charCodeAt(at);
    const isAlike = confusables.likeness(observed, code) > 0 || confusables.resemblance(observed, code) >= MUCH_ALIKE;
    if (removed === 1 && !isAlike) continue;
    const kind = removed === 1 ? 'substitution' : 'insertion';
    const symbols = [ngrams.symbolOf(code)];
    const change = tried({ kind, at, removed, symbols, least: LEAST_GAIN }, ngrams, scorer);
    if (change) changes.push({ ...change, phrase: span });
  }
  return changes;
}
