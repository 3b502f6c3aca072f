import { t } from '@vscode/l10n';
import type { Mention } from '../../entities/model';
import type { PersonRole } from '../../issue/model';
import type { Gazetteer, PartialDate, Person, Post } from '../../gazetteer/model';
import { postsAround, postsOn } from '../../gazetteer/posts/posts';
import { officeTitleWithPlace } from '../../gazetteer/posts/officeTitles';
import { rowOf, type HoverRow } from './row';

/** Namesakes that are shown; more would fill the screen. */
const MOST_NAMESAKES = 6;

/** Posts before and after that are shown. */
const MOST_POSTS = 4;

/**
 * Of a person: what the page calls them, the post on the date, and those before and after. Of several namesakes
 * each is shown in one row, because nothing here says which of them is meant.
 */
export function personRows(
  { office, role, candidates }: Mention,
  gazetteer: Gazetteer | undefined,
  date: PartialDate | undefined,
): HoverRow[] {
  const onPage = [...rowOf(t('On this page'), office), ...(role ? rowOf(t('Signs as'), roleInWords(role)) : [])];
  if (!gazetteer) return onPage;
  const people = candidates.flatMap((id): Person[] => {
    const entry = gazetteer.entry(id);
    return entry?.type === 'person' ? [entry] : [];
  });
  const [person] = people;
  if (person && people.length === 1) return [...onPage, ...careerRows(person, gazetteer, date)];
  const namesakes = people
    .slice(0, MOST_NAMESAKES)
    .map((namesake) => rowOf(t('Perhaps'), inShort(namesake, gazetteer, date)));
  return [...onPage, ...namesakes.flat()];
}

function roleInWords(role: PersonRole): string {
  switch (role) {
    case 'reporter':
      return t('reporter');
    case 'correspondent':
      return t('correspondent');
    case 'photographer':
      return t('photographer');
    case 'editor':
      return t('editor');
    case 'author':
      return t('author');
  }
}

function careerRows(person: Person, gazetteer: Gazetteer, date: PartialDate | undefined): HoverRow[] {
  const inWords = (posts: readonly Post[]): string => postsInWords(posts, gazetteer);
  if (date === undefined) return rowOf(t('Known posts'), inWords(person.posts.slice(-MOST_POSTS)));
  const { on, perhaps, before, after } = postsAround(person, date);
  return [
    ...rowOf(t('On {0}', date), inWords(on)),
    ...rowOf(t('Perhaps on {0}', date), inWords(perhaps.slice(-MOST_POSTS))),
    ...rowOf(t('Before'), inWords(before.slice(-MOST_POSTS))),
    ...rowOf(t('After'), inWords(after.slice(0, MOST_POSTS))),
  ];
}

function inShort(person: Person, gazetteer: Gazetteer, date: PartialDate | undefined): string {
  const held = date === undefined ? [] : postsOn(person, date);
  const posts = postsInWords(held.length > 0 ? held : person.posts.slice(-1), gazetteer);
  return [person.note, posts].filter(Boolean).join(': ');
}

/** 云川市财政局局长 (2016-03 – 2019-08). */
function postsInWords(posts: readonly Post[], gazetteer: Gazetteer): string {
  return posts.map((post) => officeTitleWithPlace(post, gazetteer) + termInWords(post)).join('; ');
}

function termInWords({ from, to }: Post): string {
  return from === undefined && to === undefined ? '' : ` (${from ?? '…'} – ${to ?? '…'})`;
}
