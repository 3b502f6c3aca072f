import { MUCH_ALIKE } from '../confusables';
import type { Change } from '../features';
import type { Language } from '../language';
import type { Passage, Trials } from '../passage';
import type { MissedPhrase } from '../setPhrases';
import { tried } from './trial';

/** The least gain, in nats, for which a change to a set phrase is weighed. Idioms are rare in news, so that they gain less than words. */
const LEAST_GAIN = 1;

/** The changes by which what stands at one place becomes a set phrase. People play with phrases: what is neither seen nor heard as the phrase is meant. */
export function changesToPhrases(
  missed: readonly MissedPhrase[],
  { text }: Passage,
  { ngrams, confusables }: Language,
  trials: Trials,
): Change[] {
  const changes: Change[] = [];
  for (const { at, removed, inserted, span } of missed) {
    const code = inserted.charCodeAt(0);
    if (changes.some((change) => change.inserted === inserted && change.removed === removed)) continue;
    const observed = text.charCodeAt(at);
    const isAlike = confusables.likeness(observed, code) > 0 || confusables.resemblance(observed, code) >= MUCH_ALIKE;
    if (removed === 1 && !isAlike) continue;
    const kind = removed === 1 ? 'substitution' : 'insertion';
    const symbols = [ngrams.symbolOf(code)];
    const change = tried({ kind, at, removed, symbols, least: LEAST_GAIN }, ngrams, trials);
    if (change) changes.push({ ...change, phrase: span });
  }
  return changes;
}
