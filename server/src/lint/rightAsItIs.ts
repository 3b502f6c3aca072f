import { covers } from '../core/span';
import type { Sources } from '../entities/lineMentions';
import { overlapsName } from '../entities/names';
import type { Doubt } from '../language/doubts';

/** Whether what is doubted is right for another reason; `text` is what the doubt is about. */
export type RightAsItIs = (doubt: Doubt, text: string) => boolean;

/** Code units on either side of a doubt that show whether it stands in a name. */
const AROUND = 30;

/**
 * Makes what knows that a text is right although the language speaks against it: where the best correction would change
 * what may be the name of a person, and where a dictionary has the word, as the user's own has what was accepted as
 * correct. Remembers its answers for as long as the doubts live.
 */
export function createRightAsItIs(sources: Sources): RightAsItIs {
  const known = new WeakMap<Doubt['proposals'], boolean>();
  return (doubt, text) => {
    const found = known.get(doubt.proposals);
    if (found !== undefined) return found;
    const { start, end } = doubt.proposals[0];
    const from = Math.max(0, start - AROUND);
    const around = text.slice(from, end + AROUND);
    const changed = { start: start - from, end: end - from };
    const doubted = { start: doubt.span.start - from, end: doubt.span.end - from };
    const isRight =
      (sources.knowledge?.namesIn(around) ?? []).some((name) => covers(name, doubted)) ||
      overlapsName(around, changed, sources);
    known.set(doubt.proposals, isRight);
    return isRight;
  };
}
