import contexts from '../../../dictionaries/lexicons/name-contexts.json';
import { isHan } from '../core/characters';
import { surnameLengthAt } from '../core/names/surnames';
import { overlaps, type Span } from '../core/span';
import { mentionsInText, type MentionResources } from './detect/lineMentions';
import { isWordAt } from './detect/vocabulary';

/**
 * The answers to "is this the name of a person?", from the weakest to the strongest evidence. All other folders to the
 * right of `entities` ask here and nowhere else; what needs no dictionaries is in core/names.
 */
export { isChineseName } from '../core/names/shape';
export { surnameLengthAt, surnameLengthBefore } from '../core/names/surnames';

/**
 * Whether `text[at]` may belong to a name, judged by what precedes it: a surname at most two characters back, where the
 * text begins, or after a mark or a title. Says yes too often rather than too rarely. `readAs` is the character that
 * counts at `at`, such as the simplified form of a traditional one.
 */
export function mayBelongToName(text: string, at: number, readAs = text.charAt(at)): boolean {
  const from = Math.max(0, at - LONGEST_BEFORE);
  const near = text.slice(from, at) + readAs + text.charAt(at + 1);
  for (let start = at; start >= from; start--) {
    const surname = surnameLengthAt(near, start - from);
    if (surname > 0 && at - start <= surname + 1 && nameMayBegin(text, start)) return true;
  }
  return false;
}

/** Characters of a name before its last one, at most: 欧阳若 of 欧阳若谷. */
const LONGEST_BEFORE = 3;

function nameMayBegin(text: string, at: number): boolean {
  return !isHan(text.charCodeAt(at - 1)) || BEFORE_NAME.has(text.charAt(at - 1));
}

const BEFORE_NAME: ReadonlySet<string> = new Set(contexts.charactersBeforeName);

/**
 * Whether a name shows that characters are right: they are in what is at least likely to be a person's name, by shape, context,
 * dictionaries and tagger, or, where the same characters follow once more (`isDoubled`), they end the name of a place or an
 * organisation, or an office, and a common word begins with the others: 龙溪村|村民.
 */
export function isRightByName(
  text: string,
  span: Span,
  { isDoubled, sources }: { readonly isDoubled: boolean; readonly sources: MentionResources },
): boolean {
  const beginsWord = isDoubled && isWordAt(text, span.end);
  return mentionsInText(text, sources).some((mention) =>
    mention.type === 'person' ? overlaps(mention, span) : beginsWord && mention.end === span.end,
  );
}
