import { t } from '@vscode/l10n';
import { visible } from '../../core/visible';
import { problemsOf, queuesOf, type ExportJob } from './jobs';
import type { Connection } from './redis';

/** How far the exports of the queue are. */
export interface QueueStatus {
  /** For the user. */
  readonly lines: readonly string[];
  /** Whether some issues could not be exported. */
  readonly hasProblems: boolean;
}

/** Reads how far the exports are, those that are done too. */
export async function statusOf(connection: Connection): Promise<QueueStatus> {
  const { exports, batches } = queuesOf(connection);
  const jobs = await exports.getJobs(['waiting-children', 'waiting', 'active', 'delayed', 'completed', 'failed']);
  const parts = await Promise.all(jobs.sort((one, other) => one.timestamp - other.timestamp).map(statusOfExport));
  const { waiting = 0, active = 0, delayed = 0 } = await batches.getJobCounts('waiting', 'active', 'delayed');
  const summary = t('Batches waiting: {0}, in progress: {1}, to be retried: {2}.', waiting, active, delayed);
  return {
    lines: [...parts.flatMap(({ lines }) => lines), summary],
    hasProblems: parts.some(({ hasProblems }) => hasProblems),
  };
}

async function statusOfExport(job: ExportJob): Promise<QueueStatus> {
  const { out, setup, batches } = job.data;
  const isDone = await job.isCompleted();
  const { unprocessed = 0 } = isDone ? {} : await job.getDependenciesCount({ unprocessed: true });
  const { count, lines } = isDone ? job.returnvalue : await problemsOf(job);
  const failure = (await job.isFailed()) ? [job.failedReason] : [];
  const all = [...failure, ...lines];
  return {
    lines: [
      t(
        '{0} ({1}): {2} of {3} batches done, {4} problems.',
        visible(out),
        setup.format,
        batches - unprocessed,
        batches,
        count,
      ),
      ...all.map((line) => `  ${visible(line)}`),
    ],
    hasProblems: all.length > 0,
  };
}
