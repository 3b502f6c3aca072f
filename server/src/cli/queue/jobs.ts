import type { Job } from 'bullmq';
import type { LabelUse } from '../../export/annotations/labelsInUse';
import type { ExportSetup } from '../export/task';
import type { Connection } from './redis';

/** An export that was put in the queue, as plain data. Its batches are the jobs that must be done before it is. */
export interface QueuedExport {
  /** The working directory of who added it, from the root on: paths are below it, and workers work there. */
  readonly folder: string;
  /** The paths of the issues begin below this folder, which is relative to `folder`. */
  readonly base: string;
  /** The folder that is written, as it was named, or an `s3://` path. */
  readonly out: string;
  readonly force: boolean;
  readonly setup: ExportSetup;
  /** The language of messages, some of which are in the exports. */
  readonly language: string;
  /** Of everything else that decides what is written; a worker that has another one does nothing. */
  readonly fingerprint: string;
  /** How many there are. */
  readonly batches: number;
}

/** A part of an export, which one worker does. */
export interface QueuedBatch {
  /** From 1 on. */
  readonly number: number;
  /** Issue files or one archive, relative to the working directory. */
  readonly paths: readonly string[];
}

/** Problems of issues. */
export interface Problems {
  readonly count: number;
  /** A line on each of the first ones. */
  readonly lines: readonly string[];
}

/** What has become of a batch. */
export interface BatchResult {
  readonly number: number;
  readonly problems: Problems;
  /** What the files of the whole folder depend on. */
  readonly uses: readonly LabelUse[];
}

export type ExportJob = Job<QueuedExport, Problems>;
export type BatchJob = Job<QueuedBatch, BatchResult>;

/** Names of the queues in Redis. */
export const QUEUES = { exports: 'galley-exports', batches: 'galley-batches' } as const;

/** How often what cannot be done is tried, and how long a worker waits in between: 1, 2, 4 seconds. */
export const TRIES = { attempts: 4, backoff: { type: 'exponential', delay: 1000 } } as const;

/** What tells the journal of a batch from others in the folder that is written. */
export function journalPart(exportId: string, number: number): string {
  return `${exportId}-${number}`;
}

/** Lines on problems that are kept of a batch or an export. */
export const MOST_LINES = 10;

/** The queues of a connection, to be read. */
export function queuesOf({ redis, report, bullmq: { Queue } }: Connection) {
  const exports = new Queue<ExportJob>(QUEUES.exports, { connection: redis });
  const batches = new Queue<BatchJob>(QUEUES.batches, { connection: redis });
  // Without this, an error is printed with its stack.
  for (const queue of [exports, batches]) queue.on('error', report);
  return { exports, batches };
}

/** The problems of batches: those of issues, and why some batches could not be done at all. */
export async function problemsOf(job: ExportJob): Promise<Problems> {
  const failures = Object.values(await job.getIgnoredChildrenFailures());
  const results = await resultsOf(job);
  return {
    count: failures.length + results.reduce((sum, { problems }) => sum + problems.count, 0),
    lines: [...failures, ...results.flatMap(({ problems }) => problems.lines)].slice(0, MOST_LINES),
  };
}

/** What has become of the batches that are done, in their order. */
export async function resultsOf(job: ExportJob): Promise<readonly BatchResult[]> {
  const results = Object.values(await job.getChildrenValues<BatchResult>());
  return results.sort((one, other) => one.number - other.number);
}
