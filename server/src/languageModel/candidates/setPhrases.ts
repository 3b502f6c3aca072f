import { MUCH_ALIKE } from '../model/confusables';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import type { MissedPhrase } from '../model/setPhrases';
import { tried } from './tryEdit';

/**
 * The least gain, in nats, for which a change to a set phrase is weighed. Idioms are rare in news, so that a character that is alike
 * may even cost some. People also play with phrases (不以为苦), so that one that is neither seen nor heard as what is meant must
 * fit much better.
 */
const LEAST_GAIN = { alike: -8, unlike: 5 };

/** The changes by which what is at one place becomes a set phrase. */
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
    const isAlike =
      removed === 0 ||
      confusables.likeness(observed, code) > 0 ||
      confusables.misreading(observed, code) > 0 ||
      confusables.resemblance(observed, code) >= MUCH_ALIKE;
    const kind = removed === 1 ? 'substitution' : 'insertion';
    const symbols = [ngrams.symbolOf(code)];
    const change = tried(
      { kind, at, removed, symbols, least: LEAST_GAIN[isAlike ? 'alike' : 'unlike'] },
      ngrams,
      scorer,
    );
    if (change) changes.push({ ...change, phrase: span });
  }
  return changes;
}
