import type { ArchivedIssue } from './archive';

/** How often something is mentioned, and when. */
export interface Tally {
  readonly mentions: number;
  readonly issues: number;
  /** Dates of the first and the last issue with a known date, YYYY-MM-DD. */
  readonly first?: string;
  readonly last?: string;
}

/** Counts mentions that come issue by issue. */
export interface Counter {
  add(issue: ArchivedIssue): void;
  result(): Tally;
}

/** Begins to count. */
export function createTally(): Counter {
  let mentions = 0;
  let issues = 0;
  let latest: ArchivedIssue | undefined;
  let first: string | undefined;
  let last: string | undefined;
  return {
    add(issue) {
      mentions++;
      if (issue === latest) return;
      latest = issue;
      issues++;
      const { date } = issue;
      if (date === undefined) return;
      if (first === undefined || date < first) first = date;
      if (last === undefined || date > last) last = date;
    },
    result: () => ({
      mentions,
      issues,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    }),
  };
}
