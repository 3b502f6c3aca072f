import { createCache } from '../../core/cache';
import type { Corrector, Opinion, Opinions } from './corrector';
import type { PlacedQuestion } from './doubts';

/** Code units of sentences on which opinions are kept, each counted with its places. */
const KEPT = 2_000_000;

/**
 * Asks a corrector about sentences. The one step is a promise, which must be settled before the next. Remembers what was
 * said of a sentence, so that an edit in another costs nothing.
 */
export type Consult = (questions: readonly PlacedQuestion[]) => Generator<Promise<unknown>, Opinions>;

/** Prepares to ask a corrector. */
export function createConsult(corrector: Corrector): Consult {
  const known = createCache<readonly Opinion[]>(KEPT);
  return function* (questions) {
    const keyed = questions.map((one) => ({ ...one, key: JSON.stringify(one.question) }));
    const unknown = keyed.filter(({ key }) => known.known(key) === undefined);
    const answered = new Map<string, readonly Opinion[]>();
    if (unknown.length > 0)
      yield corrector.ask(unknown.map(({ question }) => question)).then((answers) =>
        // An answer that is no longer waited for is worth keeping, too.
        unknown.forEach(({ key }, index) => {
          const answer = answers[index] ?? [];
          answered.set(key, answer);
          known.get(key, () => answer);
        }),
      );
    const opinions = new Map<number, Opinion>();
    for (const { start, key } of keyed)
      for (const opinion of answered.get(key) ?? known.known(key) ?? []) opinions.set(start + opinion.at, opinion);
    return {
      preferredAt: (at) => opinions.get(at)?.preferred ?? '',
      odds: (at, character) => opinions.get(at)?.odds[character] ?? 0,
    };
  };
}
