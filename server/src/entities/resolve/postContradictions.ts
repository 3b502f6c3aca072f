import words from '../../../../dictionaries/lexicons/posts.json';
import type { Gazetteer, PartialDate, Person, Post } from '../../gazetteer/model';
import { postsAround } from '../../gazetteer/posts/posts';
import { officeTitleOf } from '../../gazetteer/posts/officeTitle';
import { matchesOffice } from '../../gazetteer/posts/officeTitles';
import { heldOffices } from '../detect/offices/heldTitles';
import type { Mention } from '../model';

/** The page calls somebody by an office of theirs that they did not hold on the date, by the dictionaries. */
export interface PostContradiction {
  readonly mention: Mention;
  /** As the page words it. */
  readonly officeTitle: string;
  /** When they held it: before the date or after it. */
  readonly held: Post;
  /** What they were on the date, in the same place. */
  readonly instead: readonly Post[];
}

/**
 * Where the page and the dictionaries contradict each other on somebody's post. A namesake is no contradiction: the
 * office of the page must be one that the person held at some other time, and the person must have been in the same
 * place on the date, in another post. Nor is a post that usually goes with that one (省委副书记 with 省长): the dictionaries often
 * lack its later years. Each name and title is reported once, at its first occurrence.
 */
export function postContradictions(
  text: string,
  mentions: readonly Mention[],
  gazetteer: Gazetteer,
  date: PartialDate,
): PostContradiction[] {
  const found = new Map<string, PostContradiction>();
  for (const { officeTitle, mention } of heldOffices(text, mentions)) {
    const key = `${mention.name} ${officeTitle}`;
    if (found.has(key)) continue;
    const people = mention.candidates.flatMap((id): Person[] => {
      const person = gazetteer.entry(id);
      return person?.type === 'person' && person.posts.some((post) => matchesOffice(officeTitle, post, gazetteer))
        ? [person]
        : [];
    });
    const [person] = people;
    const contradiction =
      person && people.length === 1 ? contradictionOf(officeTitle, person, gazetteer, date) : undefined;
    if (contradiction) found.set(key, { mention, officeTitle, ...contradiction });
  }
  return [...found.values()];
}

function contradictionOf(
  officeTitle: string,
  person: Person,
  gazetteer: Gazetteer,
  date: PartialDate,
): Pick<PostContradiction, 'held' | 'instead'> | undefined {
  const { on, perhaps, before, after } = postsAround(person, date, gazetteer);
  const isMeant = (post: Post): boolean => matchesOffice(officeTitle, post, gazetteer);
  if ([...on, ...perhaps].some(isMeant)) return undefined;
  const held = before.findLast(isMeant) ?? after.find(isMeant);
  if (held?.place === undefined) return undefined;
  const instead = on.filter(({ place }) => place === held.place);
  if (instead.length === 0 || instead.some((post) => goesWith(held, post))) return undefined;
  return { held, instead };
}

const HELD_TOGETHER = Object.entries(words.heldTogether);

/** Whether who holds the second post usually holds the first as well, by the ends of their titles. */
function goesWith(post: Post, other: Post): boolean {
  const [title, beside] = [officeTitleOf(post), officeTitleOf(other)];
  return HELD_TOGETHER.some(([end, ends]) => title.endsWith(end) && ends.some((one) => beside.endsWith(one)));
}
