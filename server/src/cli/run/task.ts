import type { ReadingMode } from '../../source/issueSource';
import type { IssueProblem } from '../issueProblem';
import type { Source } from './readItem';

/**
 * What a command does with each issue, in whichever thread. The setup and the results are copied between threads, so they are plain
 * data.
 */
export interface Task<Setup, Result> {
  /** That of its command. */
  readonly name: string;
  /** Loads what the work needs, once in each thread. */
  prepare(setup: Setup): Promise<PreparedTask<Result>>;
  /** How many threads are of use where the user does not say; absent or undefined: one on each processor. */
  usefulThreads?(setup: Setup): number | undefined;
}

/** A task whose dictionaries and models are loaded. */
export interface PreparedTask<Result> {
  /** One line on each thing that is wrong with what was loaded. */
  readonly problems: readonly string[];
  /** Works on an issue. Throws a `Problem` where it cannot; `note` takes lines for the user. */
  work(source: Source, note: (line: string) => void): Result | Promise<Result>;
}

/** A task with what it needs. */
export interface Job<Setup, Result> {
  readonly task: Task<Setup, Result>;
  readonly setup: Setup;
  readonly mode: ReadingMode;
}

/** What has become of an issue. */
export interface Outcome<Result> {
  /** Lines for the user, before the result. */
  readonly notes: readonly string[];
  /** What is wrong with its sidecar. */
  readonly faults: readonly IssueProblem[];
  /** Absent where the issue could not be read or worked on, or need not be. */
  readonly result?: Result;
  /** Of the issue and its sidecar; absent where it could not be read. */
  readonly digest?: string;
  /** Whether an earlier run has done it as it is. */
  readonly isUnchanged?: boolean;
  /** Why there is no result, as a sentence for the user. */
  readonly problem?: string;
  /** Bytes of the issue. */
  readonly size: number;
}
