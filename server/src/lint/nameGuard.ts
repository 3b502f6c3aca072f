import { overlaps } from '../core/span';
import { mentionsInText, type Sources } from '../entities/lineMentions';
import type { Doubt } from '../language/doubts';

/** Whether the best correction of a doubt would change what may be the name of a person; `text` is what the doubt is about. */
export type NameGuard = (doubt: Doubt, text: string) => boolean;

/** Code units on either side of a doubt that show whether it stands in a name. */
const AROUND = 30;

/** Makes a guard that remembers its answers for as long as the doubts live. */
export function createNameGuard(sources: Sources): NameGuard {
  const known = new WeakMap<Doubt, boolean>();
  return (doubt, text) => {
    const found = known.get(doubt);
    if (found !== undefined) return found;
    const { start, end } = doubt.proposals[0];
    const from = Math.max(0, start - AROUND);
    const changed = { start: start - from, end: end - from };
    const isName = mentionsInText(text.slice(from, end + AROUND), sources).some(
      (mention) => mention.type === 'person' && overlaps(mention, changed),
    );
    known.set(doubt, isName);
    return isName;
  };
}
