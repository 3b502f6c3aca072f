import type { OpenIssue, OpenIssues } from './openIssues';
import type { Safely } from './safely';

/** Answers a request on an open issue, or gives `otherwise` where the document is none or the work fails. */
export type Answer = <Result>(
  what: string,
  uri: string,
  otherwise: Result,
  work: (issue: OpenIssue) => Result | Promise<Result>,
) => Promise<Result>;

/** Makes what answers on the issues that are open, with a guard that says what becomes of errors. */
export function answersOn(open: OpenIssues, guard: Safely): Answer {
  return (what, uri, otherwise, work) =>
    guard(`${what} of ${uri}`, otherwise, () => {
      const issue = open.get(uri);
      return issue ? work(issue) : otherwise;
    });
}
