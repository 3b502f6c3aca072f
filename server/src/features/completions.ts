import { isHan } from '../core/characters';
import { groupBy } from '../core/groups';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { EntryType, Knowledge } from '../knowledge/model';
import { leadsTo } from '../knowledge/pinyin';

/** A name to be written in the place of what was typed. */
export interface Completion {
  readonly name: string;
  readonly type: EntryType;
  /** What tells namesakes apart, or where the name comes from. */
  readonly detail?: string;
  /** What was typed, which the name replaces. */
  readonly replaces: Span;
}

/** Dictionary entries that are offered at once: a list that one screen holds twice over. */
const MOST = 40;

/** The longest beginning of a name: letters of its pinyin, or its own characters. */
const MOST_LETTERS = 24;
const MOST_CHARACTERS = 4;

const OFFERED: readonly EntryType[] = ['person', 'office', 'place', 'organisation'];

/**
 * Names and offices that begin with what stands before the cursor: with its characters, or with letters that are their
 * pinyin or its initials. Names of the issue itself come first, the most frequent before the others.
 */
export function completions(
  text: string,
  cursor: number,
  mentions: readonly Mention[],
  knowledge: Knowledge | undefined,
): Completion[] {
  for (const typed of typedBefore(text, cursor)) {
    const found = namesFor(text.slice(typed.start, typed.end), typed, mentions, knowledge);
    if (found.length > 0) return found;
  }
  return [];
}

function namesFor(
  typed: string,
  replaces: Span,
  mentions: readonly Mention[],
  knowledge: Knowledge | undefined,
): Completion[] {
  const own = namesOfIssue(mentions, replaces)
    .filter(({ name }) => leadsTo(typed, name))
    .map(({ name, type }): Completion => ({ name, type, replaces }));
  const known = new Set(own.map(({ name, type }) => type + name));
  const others = (knowledge?.beginning(typed, OFFERED, MOST) ?? []).flatMap(({ name, type, note }): Completion[] =>
    known.has(type + name) ? [] : [{ name, type, replaces, ...(note === undefined ? {} : { detail: note }) }],
  );
  return [...own, ...others];
}

/**
 * The run of letters that ends at the cursor; else the last few Han characters, and fewer and fewer of them, because
 * running text does not show where a name begins.
 */
function typedBefore(text: string, cursor: number): Span[] {
  const isLetter = (at: number): boolean => /[A-Za-z'’üÜ]/.test(text.charAt(at));
  let start = cursor;
  while (start > 0 && cursor - start < MOST_LETTERS && isLetter(start - 1)) start--;
  if (start < cursor) return [{ start, end: cursor }];
  while (start > 0 && cursor - start < MOST_CHARACTERS && isHan(text.charCodeAt(start - 1))) start--;
  return Array.from({ length: cursor - start }, (_, shorter) => ({ start: start + shorter, end: cursor }));
}

/** The people, places, organisations and offices of the issue, the most frequent first; not the one that is being typed. */
function namesOfIssue(mentions: readonly Mention[], typed: Span): { name: string; type: EntryType }[] {
  const named = mentions.flatMap(({ type, name, certainty, span }) => {
    const offered = OFFERED.find((one) => one === type);
    return offered && certainty === 'sure' && span.end !== typed.end ? [{ name, type: offered }] : [];
  });
  return [...groupBy(named, ({ name, type }) => `${type} ${name}`).values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first ? [first] : []));
}
