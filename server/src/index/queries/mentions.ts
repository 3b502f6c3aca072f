import type { IssueIndex, IndexedIssue } from '../issueIndex';
import { extentOfRow, type Extent } from '../extents';
import { packOccurrences, type PackedOccurrences } from './occurrences';
import { countMore, firstCounted, toStats, type Counting, type Stats } from './stats';
import type { NamedKey } from '../../entities/namedKey';

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
 * Every place where the index names what a key stands for, the earliest issue first; with a spelling, only where it is
 * spelled so, white space aside.
 */
export function occurrencesOf(index: IssueIndex, key: NamedKey, spelling?: string): PackedOccurrences {
  const found: [IndexedIssue, readonly number[]][] = [];
  forEachIssue(index, key, (issue, rows) => {
    const isWanted = (row: number): boolean =>
      spelling === undefined || index.word(issue.table.spelling[row]).replace(/\s/g, '') === spelling;
    const wanted = rows.filter(isWanted);
    if (wanted.length > 0) found.push([issue, wanted]);
  });
  return packOccurrences(found);
}

/** The same with what a list shows of each mention. */
export function mentionsOf(index: IssueIndex, key: NamedKey): IssueMentionsOf[] {
  const found: IssueMentionsOf[] = [];
  forEachIssue(index, key, (issue, rows) => {
    found.push({
      uri: issue.uri,
      ...(issue.newspaper === undefined ? {} : { title: issue.newspaper }),
      ...(issue.date === undefined ? {} : { date: issue.date }),
      places: rows.map((row) => namedPlace(index, issue, row)),
    });
  });
  return found;
}

/** How often the index names what a key stands for, and when first and last. */
export function statsOf(index: IssueIndex, key: NamedKey): Stats {
  let counting: Counting | undefined;
  forEachIssue(index, key, (issue, rows) => {
    for (let row = 0; row < rows.length; row++)
      if (counting) countMore(counting, issue);
      else counting = firstCounted(issue);
  });
  return counting ? toStats(counting) : { mentions: 0, issues: 0 };
}

/** Visits the issues that name what a key stands for, each with the rows that do. */
function forEachIssue(
  index: IssueIndex,
  key: NamedKey,
  visit: (issue: IndexedIssue, rows: readonly number[]) => void,
): void {
  const number = index.numberOf(key);
  if (number === undefined) return;
  for (const issue of index.issues()) {
    const keys = issue.table.key;
    const found: number[] = [];
    for (let row = keys.indexOf(number); row >= 0; row = keys.indexOf(number, row + 1)) found.push(row);
    if (found.length > 0) visit(issue, found);
  }
}

function namedPlace(index: IssueIndex, issue: IndexedIssue, row: number): NamedPlace {
  const { spelling, office, article } = issue.table;
  const title = index.word(office[row]);
  return {
    ...extentOfRow(issue, row),
    spelling: index.word(spelling[row]),
    headline: issue.articles.find(({ order }) => order === article[row])?.headline ?? '',
    ...(title === '' ? {} : { office: title }),
  };
}
