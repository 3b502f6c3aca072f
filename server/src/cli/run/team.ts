import { setImmediate } from 'node:timers/promises';
import type { Job } from './task';
import { startWorking } from './thread';
import { prepareWork, type Work } from './work';

/** Those that work on the issues of a job at the same time. */
export interface Team<Result> {
  readonly workers: readonly Work<Result>[];
  /** One line on each thing that is wrong with what they have loaded. */
  readonly problems: readonly string[];
  end(): Promise<void>;
}

/** Makes a team of so many threads; with one, the work is done in this thread. */
export async function assembleTeam<Setup, Result>(job: Job<Setup, Result>, threads: number): Promise<Team<Result>> {
  if (threads === 1) {
    const { work, problems } = await prepareWork(job);
    // Signals are noticed only between issues.
    const worker: Work<Result> = async (item) => {
      await setImmediate();
      return work(item);
    };
    return { workers: [worker], problems, end: () => Promise.resolve() };
  }
  return startTeam(job, threads);
}

/** Makes a team of so many threads, which leaves this thread free. */
export async function startTeam<Setup, Result>(job: Job<Setup, Result>, threads: number): Promise<Team<Result>> {
  const started = await Promise.all(Array.from({ length: threads }, () => startWorking(job)));
  return {
    workers: started.map(({ work }) => work),
    problems: started[0]?.problems ?? [],
    async end() {
      await Promise.all(started.map((thread) => thread.end()));
    },
  };
}
