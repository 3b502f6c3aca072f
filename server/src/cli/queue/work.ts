import { t } from '@vscode/l10n';
import type { Job } from 'bullmq';
import { NoStoreAccess } from '../../host/node/objects/store';
import { Problem } from '../../host/problem';
import { Interrupted, noticeInterruption } from '../run/interruption';
import { tell } from '../terminal';
import { doBatch } from './batch';
import { createCrew, UnableWorker } from './crew';
import { finishExport } from './finish';
import { QUEUES, queuesOf, type BatchJob } from './jobs';
import type { Connection } from './redis';

/** How a worker works. */
interface WorkerOptions {
  /** Issues to work on at the same time; undefined for as many as are of use. */
  readonly threads: number | undefined;
  /** Seconds without a sign of life after which a batch is given to another worker. */
  readonly takeover: number;
  /** Whether to end when nothing is left to do. */
  readonly untilEmpty: boolean;
}

/** How often a batch may lose its worker before it is given up. */
const MOST_LOSSES = 10;

/** Milliseconds between two looks whether anything is left. */
const LOOK = 500;

/**
 * Does the batches of the queue, one at a time. A batch that cannot be done to its end goes back into the queue. Throws `Interrupted`
 * when a signal asks for the end, and a `Problem` where this machine cannot do what is in the queue.
 */
export async function workOnQueue(
  connection: Connection,
  { threads, takeover, untilEmpty }: WorkerOptions,
): Promise<void> {
  const { redis, report, bullmq } = connection;
  const interruption = noticeInterruption();
  const crew = createCrew(threads);
  let done = 0;
  let stop: (problem?: Problem) => void = () => undefined;
  const stopped = new Promise<Problem | undefined>((resolve) => (stop = resolve));

  const { exports, batches } = queuesOf(connection);
  /** Does a job, or gives it back where another worker is to do it. */
  const take =
    <Of extends Job, Result>(work: (job: Of) => Promise<Result>) =>
    async (job: Of, token?: string): Promise<Result> => {
      try {
        return await work(job);
      } catch (error) {
        const isUnable = error instanceof UnableWorker || error instanceof NoStoreAccess;
        if (!isUnable && !(error instanceof Interrupted)) throw error;
        if (isUnable) stop(new Problem(error.message));
        await job.moveToWait(token);
        throw new bullmq.WaitingError();
      }
    };
  const takeBatch = take(async (job: BatchJob) => {
    const whole = await exports.getJob(job.parent?.id ?? '');
    if (!whole) throw new Error('The export of this batch is not in the queue.');
    const result = await doBatch(crew, whole, job);
    done++;
    return result;
  });
  const options = {
    connection: redis,
    lockDuration: takeover * 1000,
    stalledInterval: takeover * 1000,
    maxStalledCount: MOST_LOSSES,
  };
  const workers = [
    new bullmq.Worker(QUEUES.batches, takeBatch, options),
    new bullmq.Worker(QUEUES.exports, take(finishExport), options),
  ];
  for (const worker of workers) worker.on('error', report).on('failed', (_, error) => tell(error.message));
  const look = async (): Promise<void> => {
    const counts = await Promise.all(
      [exports, batches].map((queue) => queue.getJobCountByTypes('waiting', 'active', 'delayed', 'waiting-children')),
    );
    if (counts.every((count) => count === 0)) stop();
  };
  const timer = untilEmpty ? setInterval(() => void look().catch(report), LOOK) : undefined;
  try {
    const problem = await interruption.unlessNoticed(stopped);
    if (problem) throw problem;
    if (interruption.signal !== undefined)
      throw new Interrupted(
        interruption.signal,
        t('Stopped after {0} batches. Unfinished batches return to the queue.', done),
      );
  } finally {
    clearInterval(timer);
    interruption.close();
    await Promise.all(workers.map((worker) => worker.close()));
    await crew.end();
  }
}
