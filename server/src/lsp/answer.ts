import type { CancellationToken } from 'vscode-languageserver';
import { signalOf } from './abortSignal';
import type { OpenIssue, OpenIssues } from './openIssues';
import type { Safely } from './safely';

/** What a request on an open issue needs to be answered. */
export interface IssueRequest {
  /** What is asked, for the log. */
  readonly what: string;
  readonly uri: string;
  readonly token: CancellationToken;
}

/** Answers a request on an open issue, or gives `otherwise` where the document is not an open issue or the work fails. */
export type Answer = <Result>(
  request: IssueRequest,
  otherwise: Result,
  work: (issue: OpenIssue, signal: AbortSignal) => Result | Promise<Result>,
) => Promise<Result>;

/**
 * Makes what answers on the issues that are open, with a guard that says what becomes of errors. A request that is
 * overtaken by a change of the issue is answered for the changed issue; one that the client cancels is given up.
 */
export function answersOn(open: OpenIssues, guard: Safely): Answer {
  return ({ what, uri, token }, otherwise, work) =>
    guard(`${what} of ${uri}`, otherwise, async () => {
      const signal = signalOf(token);
      for (;;) {
        signal.throwIfAborted();
        const issue = open.get(uri);
        if (!issue) return otherwise;
        try {
          return await work(issue, signal);
        } catch (error) {
          if (error !== issue.superseded.reason) throw error;
        }
      }
    });
}
