import type { CancellationToken } from 'vscode-languageserver';
import { signalOf } from './abortSignal';
import type { OpenIssue, OpenIssues } from './openIssues';
import type { ErrorHandling } from './errors';
import type { Turns } from './turns';
import { runInTurns } from './yieldToEventLoop';

/** What a request on an open issue needs to be answered. */
export interface IssueRequest {
  /** What is asked, for the log. */
  readonly what: string;
  readonly uri: string;
  readonly token: CancellationToken;
}

/** Answers a request on an open issue, or gives `fallback` where the document is not an open issue or the work fails. */
export type Answer = <Result>(
  request: IssueRequest,
  fallback: Result,
  work: (issue: OpenIssue, signal: AbortSignal) => Result | Promise<Result>,
) => Promise<Result>;

/**
 * Makes what answers on the issues that are open, with a guard that says what becomes of errors. Work begins when the
 * request's turn has come, on the text as it is by then. A request that is overtaken by a change of the issue is answered
 * for the changed issue; one that the client cancels is given up.
 */
export function createAnswer(open: OpenIssues, turns: Turns, guard: ErrorHandling): Answer {
  return ({ what, uri, token }, fallback, work) =>
    guard(`${what} of ${uri}`, fallback, async () => {
      const signal = signalOf(token);
      for (;;) {
        await turns.next(signal);
        const issue = open.get(uri);
        if (!issue) return fallback;
        try {
          await runInTurns(issue.analysis.documentInSteps(), { signal: AbortSignal.any([signal, issue.superseded]) });
          return await work(issue, signal);
        } catch (error) {
          if (error !== issue.superseded.reason) throw error;
        }
      }
    });
}
