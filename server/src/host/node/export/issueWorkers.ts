import { availableParallelism } from 'node:os';
import type { IssueWorkers } from '../../../ports/issueWorkers';
import { startLastingThread } from '../lastingThread';
import { bundlePath } from '../packageFolder';
import type { Thread } from '../threads';
import type { WorkerFunctions } from './workerThread';

/** Threads at most: each holds the dictionaries and the language model in its memory. */
const MOST_THREADS = 4;

/** Issues that one thread at least has to itself: a thread takes about as long to start as it takes to check as many. */
const FEWEST_ISSUES = 16;

/** Threads of this machine. */
export const nodeIssueWorkers: IssueWorkers = {
  async start(setup, issues) {
    // A model of the user's own takes half a gigabyte in each thread, and all processors.
    if (setup.settings.context?.model !== undefined) return undefined;
    const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(issues / FEWEST_ISSUES));
    if (threads < 2) return undefined;
    const started = await Promise.all(
      Array.from({ length: threads }, () =>
        startLastingThread(bundlePath('worker'), (thread: Thread<WorkerFunctions>) => thread.call('setUp', setup), {}),
      ),
    );
    return {
      workers: started.map((thread) => (issue) => thread.call('work', issue)),
      async end() {
        await Promise.all(started.map((thread) => thread.end()));
      },
    };
  },
};
