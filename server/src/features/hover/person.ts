import { t } from '@vscode/l10n';
import { groupBy } from '../../core/groups';
import type { Mention } from '../../entities/model';
import type { PersonRole } from '../../issue/model';
import type { Gazetteer, PartialDate, Person, Post } from '../../gazetteer/model';
import type { InferredEnd } from '../../gazetteer/posts/inferredEnd';
import { postsAround, postsOn, termOf } from '../../gazetteer/posts/posts';
import { officeTitleWithPlace } from '../../gazetteer/posts/officeTitles';
import { listed, rowOf, type HoverRow } from './row';

/** Namesakes that are shown; more would fill the screen. */
const MOST_NAMESAKES = 6;

/** Terms before and after the date of the issue that are shown. */
const MOST_TERMS = 4;

/**
 * Of a person: the post on the date, and what the page calls them. Of several namesakes each is shown in one
 * row, because nothing here says which of them is meant.
 */
export function personRows(
  { office, role, candidates }: Mention,
  gazetteer: Gazetteer | undefined,
  date: PartialDate | undefined,
): HoverRow[] {
  const onPage = [...rowOf(t('On this page'), office), ...(role ? rowOf(t('Signs as'), roleInWords(role)) : [])];
  if (!gazetteer) return onPage;
  const people = peopleOf(candidates, gazetteer);
  const [person] = people;
  if (person && people.length === 1) return [...rowsOn(person, gazetteer, date), ...onPage];
  const namesakes = people
    .slice(0, MOST_NAMESAKES)
    .map((namesake) => rowOf(t('Possibly'), inShort(namesake, gazetteer, date)));
  return [...onPage, ...namesakes.flat()];
}

/** The career of a person around the date, a term a row; empty where several people may be meant. */
export function careerRows(
  { candidates }: Mention,
  gazetteer: Gazetteer | undefined,
  date: PartialDate | undefined,
): HoverRow[] {
  const people = gazetteer ? peopleOf(candidates, gazetteer) : [];
  const [person] = people;
  if (!gazetteer || !person || people.length > 1) return [];
  const rows = (posts: readonly Post[]): HoverRow[] => termRows(posts, person, gazetteer);
  if (date === undefined) return rows(person.posts).slice(-MOST_TERMS);
  const { on, perhaps, before, after } = postsAround(person, date, gazetteer);
  const then = person.posts.filter((post) => on.includes(post) || perhaps.includes(post));
  return [...rows(before).slice(-MOST_TERMS), ...rows(then), ...rows(after).slice(0, MOST_TERMS)];
}

function peopleOf(candidates: Mention['candidates'], gazetteer: Gazetteer): readonly Person[] {
  return candidates.flatMap((id): Person[] => {
    const entry = gazetteer.entry(id);
    return entry?.type === 'person' ? [entry] : [];
  });
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

function rowsOn(person: Person, gazetteer: Gazetteer, date: PartialDate | undefined): HoverRow[] {
  if (date === undefined) return [];
  const { on, perhaps } = postsAround(person, date, gazetteer);
  return [
    ...rowOf(t('On {0}', date), titlesOf(on, gazetteer)),
    ...rowOf(t('Possibly on {0}', date), titlesOf(perhaps.slice(-MOST_TERMS), gazetteer)),
  ];
}

function inShort(person: Person, gazetteer: Gazetteer, date: PartialDate | undefined): string {
  const held = date === undefined ? [] : postsOn(person, date, gazetteer);
  const rows = termRows(held.length > 0 ? held : person.posts.slice(-1), person, gazetteer);
  const posts = listed(rows.map(({ label, text }) => t('{0} ({1})', text, label)));
  if (person.note === undefined) return posts;
  return posts === '' ? person.note : t('{0}: {1}', person.note, posts);
}

/** 2016-03 – 2019-08: 云川市委常委; 云川市财政局局长. What was held in the same term is in one row. */
function termRows(posts: readonly Post[], person: Person, gazetteer: Gazetteer): HoverRow[] {
  const byTerm = groupBy(posts, (post) => {
    const { from = '…', to = '…', inferred } = termOf(post, person, gazetteer);
    return inferred ? t('{0} – by {1} ({2})', from, to, reasonOf(inferred, gazetteer)) : `${from} – ${to}`;
  });
  return [...byTerm].map(([label, held]) => ({ label, text: titlesOf(held, gazetteer) }));
}

/** Why a term had ended. */
function reasonOf({ reason, next, by }: InferredEnd, gazetteer: Gazetteer): string {
  const title = officeTitleWithPlace(next, gazetteer);
  if (reason === 'succeeded') return t('inferred: {0} became {1}', gazetteer.entry(by)?.name ?? '', title);
  return t('inferred: then {0}', title);
}

function titlesOf(posts: readonly Post[], gazetteer: Gazetteer): string {
  return listed([...new Set(posts.map((post) => officeTitleWithPlace(post, gazetteer)))]);
}
