import type { Analysis } from '../analysis/analysis';
import { groupBy } from '../core/groups';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { EntityId, Entry, EntryType, Gazetteer, Person } from '../gazetteer/model';
import { leadsTo } from '../gazetteer/complete/pinyin';
import { pathOf, placeOf } from '../gazetteer/places';
import { officeTitleWithPlace } from '../gazetteer/posts/officeTitles';

/** A name to be written in the place of what was typed. */
export interface Completion {
  readonly name: string;
  readonly type: EntryType;
  /** What distinguishes namesakes: the divisions that a place is in, the province and the last post of a person. */
  readonly detail?: string;
  /** What was typed, which the name replaces. */
  readonly replaces: Span;
}

/** Dictionary entries that are offered at once: a list that one screen holds twice over. */
const MOST = 40;

/** The longest beginning of a name: letters of its pinyin, or its own characters. */
const MOST_LETTERS = 24;
const MOST_CHARACTERS = 4;

const LAST_HAN = new RegExp(`\\p{Script=Han}{1,${MOST_CHARACTERS}}$`, 'u');

const OFFERED: readonly EntryType[] = ['person', 'office', 'place', 'organisation'];

/**
 * Names and offices that begin with what is before the cursor: with its characters, or with letters that are their
 * pinyin or its initials. Names of the issue itself come first, the most frequent before the others.
 */
export function completions(
  { source: { text }, mentions, gazetteer }: Pick<Analysis, 'source' | 'mentions' | 'gazetteer'>,
  cursor: number,
): Completion[] {
  for (const typed of typedBefore(text, cursor)) {
    const found = namesFor(text.slice(typed.start, typed.end), typed, mentions, gazetteer);
    if (found.length > 0) return found;
  }
  return [];
}

function namesFor(
  typed: string,
  replaces: Span,
  mentions: readonly Mention[],
  gazetteer: Gazetteer | undefined,
): Completion[] {
  const withDetail = (name: string, type: EntryType, entry: Entry | undefined): Completion => {
    const detail = entry && gazetteer && detailOf(entry, gazetteer);
    return { name, type, replaces, ...(detail ? { detail } : {}) };
  };
  const own = namesOfIssue(mentions, replaces)
    .filter(({ name }) => leadsTo(typed, name))
    .map(({ name, type, entity }) =>
      withDetail(name, type, entity === undefined ? undefined : gazetteer?.entry(entity)),
    );
  const known = new Set(own.map(({ name, type }) => type + name));
  const others = (gazetteer?.beginning(typed, OFFERED, MOST) ?? []).flatMap((entry) =>
    known.has(entry.type + entry.name) ? [] : [withDetail(entry.name, entry.type, entry)],
  );
  return [...own, ...others];
}

function detailOf(entry: Entry, gazetteer: Gazetteer): string | undefined {
  if (entry.type === 'person') return detailOfPerson(entry, gazetteer);
  if (entry.type !== 'place') return entry.note;
  const above = pathOf(gazetteer, entry).slice(0, -1);
  return above.length > 0 ? above.map(({ name }) => name).join(' ') : entry.note;
}

function detailOfPerson({ note, posts }: Person, gazetteer: Gazetteer): string | undefined {
  const post = posts.findLast(({ place }) => place !== undefined) ?? posts.at(-1);
  const place = post?.place === undefined ? undefined : placeOf(gazetteer, post.place);
  const province = place && pathOf(gazetteer, place)[0]?.name;
  const words = note ?? (post && officeTitleWithPlace(post, gazetteer));
  return province === undefined || words?.startsWith(province) ? words : [province, words].join(' ');
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
  const characters = [...(LAST_HAN.exec(text.slice(Math.max(0, cursor - 2 * MOST_CHARACTERS), cursor))?.[0] ?? '')];
  return characters.map((_, index) => ({ start: cursor - characters.slice(index).join('').length, end: cursor }));
}

/**
 * The people, places, organisations and offices of the issue, the most frequent first; not the one that is being typed.
 */
function namesOfIssue(mentions: readonly Mention[], typed: Span): NamedByIssue[] {
  const named = mentions.flatMap(({ type, name, confidence, span, candidates }): NamedByIssue[] => {
    const offered = OFFERED.find((one) => one === type);
    if (!offered || confidence !== 'high' || span.end === typed.end) return [];
    return [{ name, type: offered, entity: candidates.length === 1 ? candidates[0] : undefined }];
  });
  return [...groupBy(named, ({ name, type }) => `${type} ${name}`).values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first ? [first] : []));
}

interface NamedByIssue {
  readonly name: string;
  readonly type: EntryType;
  /** Where it is settled which entry of the dictionaries is meant. */
  readonly entity: EntityId | undefined;
}
