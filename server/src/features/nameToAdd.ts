import type { Analysis } from '../analysis/analysis';
import type { Diagnostic } from '../core/diagnostic';
import { textOf, type Span } from '../core/span';
import { mentionAt } from '../entities/mentionAt';
import type { MentionType } from '../entities/model';

/** Code points of the shortest and the longest name; a longer selection is a passage. */
const SHORTEST = 2;
const LONGEST = 40;

/** Letters, digits and the marks that names have within them; spaces only in names in Latin letters. */
const NAME =
  /^(?:[\p{L}\p{M}\p{N}·•・'’（）()&-]|(?<=\p{Script=Latin}|\.) (?=\p{Script=Latin})|(?<=\p{Script=Latin})\.)+$/u;

const NAMED: readonly MentionType[] = ['person', 'place', 'organisation', 'office'];

/**
 * What may be added to a dictionary: what is selected, if it can be a name; with no selection the word that a finding
 * at the cursor reports, else a name there that no dictionary has. Undefined where there is nothing of the kind.
 */
export function nameToAdd(
  analysis: Pick<Analysis, 'source' | 'mentions'>,
  selected: Span,
  touched: readonly Diagnostic[],
): string | undefined {
  const { text } = analysis.source;
  if (selected.start < selected.end) return asName(textOf(text, selected));
  const form = touched.find((diagnostic) => diagnostic.form)?.form;
  if (form) return asName(textOf(text, form));
  const mention = mentionAt(analysis.mentions, selected.start);
  const isUnknown = mention && NAMED.includes(mention.type) && mention.candidates.length === 0;
  return isUnknown ? asName(textOf(text, mention.span)) : undefined;
}

function asName(words: string): string | undefined {
  const name = words.trim();
  const length = [...name.slice(0, 2 * LONGEST + 1)].length;
  return length >= SHORTEST && length <= LONGEST && /\p{L}/u.test(name) && NAME.test(name) ? name : undefined;
}
