import type { IndexedIssue } from '../issueIndex';

/** How often something is mentioned, and when. */
export interface Stats {
  readonly mentions: number;
  readonly issues: number;
  /** Dates of the first and the last issue with a known date, YYYY-MM-DD. */
  readonly first?: string;
  readonly last?: string;
}

/** Statistics while the issues are scanned, the earliest first. */
export interface Counting {
  mentions: number;
  issues: number;
  readonly firstIssue: IndexedIssue;
  lastIssue: IndexedIssue;
  /** Issues without a date come last, and say nothing. */
  lastDate: string | undefined;
}

/** Begins to count with a first mention. */
export function firstCounted(issue: IndexedIssue): Counting {
  return { mentions: 1, issues: 1, firstIssue: issue, lastIssue: issue, lastDate: issue.date };
}

/** Counts one more mention, in the same issue as the last or in a later one. */
export function countMore(counting: Counting, issue: IndexedIssue): void {
  counting.mentions++;
  if (counting.lastIssue === issue) return;
  counting.lastIssue = issue;
  counting.issues++;
  counting.lastDate = issue.date ?? counting.lastDate;
}

/** What was counted. */
export function toStats({ mentions, issues, firstIssue: { date: first }, lastDate: last }: Counting): Stats {
  return {
    mentions,
    issues,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}
