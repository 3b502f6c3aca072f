import { groupBy } from '../core/groups';
import { COLUMN, type Archive, type ArchivedIssue } from './archive';
import { compareIssues, extentOf, rowsWith, spanOfRow, type Extent, type RowPlace } from './extents';
import { createTally, type Tally } from './tally';
import type { NamedKey } from './record';

/** Where one issue names something. */
export interface IssueOccurrences {
  readonly uri: string;
  /** See `IssueRecord.isUtf8`. */
  readonly isUtf8: boolean;
  readonly extents: readonly Extent[];
}

/** One mention, with what tells it from the others in a list. */
export interface NamedPlace extends Extent {
  readonly spelling: string;
  /** The headline of its article; empty where there is none. */
  readonly headline: string;
  readonly office?: string;
}

/** The mentions in one issue. */
export interface IssueMentionsOf {
  readonly uri: string;
  readonly title?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly places: readonly NamedPlace[];
}

/**
 * Every place where the archive names what a key stands for, the earliest issue first; with a spelling, only where it is
 * spelled so, white space aside.
 */
export function occurrencesOf(archive: Archive, key: NamedKey, spelling?: string): IssueOccurrences[] {
  const isWanted = (place: RowPlace): boolean =>
    spelling === undefined || wordOf(archive, place, 'spelling').replace(/\s/g, '') === spelling;
  return byIssue(archive, key).flatMap(([issue, all]) => {
    const places = all.filter(isWanted);
    if (places.length === 0) return [];
    const extents = places.map((place) => extentOf(issue, spanOfRow(place)));
    return [{ uri: issue.uri, isUtf8: issue.isUtf8, extents }];
  });
}

/** The same with what a list shows of each mention. */
export function mentionsOf(archive: Archive, key: NamedKey): IssueMentionsOf[] {
  return byIssue(archive, key).map(([issue, places]) => ({
    uri: issue.uri,
    ...(issue.title === undefined ? {} : { title: issue.title }),
    ...(issue.date === undefined ? {} : { date: issue.date }),
    places: places.map((place) => namedPlace(archive, place)),
  }));
}

/** How often the archive names what a key stands for, and when first and last. */
export function tallyOf(archive: Archive, key: NamedKey): Tally {
  const tally = createTally();
  for (const { issue } of rowsOf(archive, key)) tally.add(issue);
  return tally.result();
}

function byIssue(archive: Archive, key: NamedKey): [ArchivedIssue, RowPlace[]][] {
  return [...groupBy(rowsOf(archive, key), ({ issue }) => issue)].sort(([first], [second]) =>
    compareIssues(first, second),
  );
}

function rowsOf(archive: Archive, key: NamedKey): Iterable<RowPlace> {
  const number = archive.numberOf(key);
  return number === undefined ? [] : rowsWith(archive, 'key', number);
}

function namedPlace(archive: Archive, place: RowPlace): NamedPlace {
  const office = wordOf(archive, place, 'office');
  const article = place.issue.rows[place.at + COLUMN.article];
  return {
    ...extentOf(place.issue, spanOfRow(place)),
    spelling: wordOf(archive, place, 'spelling'),
    headline: place.issue.articles.find(({ order }) => order === article)?.headline ?? '',
    ...(office === '' ? {} : { office }),
  };
}

function wordOf(archive: Archive, { issue, at }: RowPlace, column: 'spelling' | 'office'): string {
  return archive.word(issue.rows[at + COLUMN[column]] ?? 0);
}
