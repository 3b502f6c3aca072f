import { t } from '@vscode/l10n';
import { speak, spokenLanguage } from '../../core/locale';
import { bundlePath } from '../../host/node/packageFolder';
import { startLastingThread } from '../../host/node/lastingThread';
import { ThreadEnded } from '../../host/node/threads';
import type { ReadingMode } from '../../source/issueSource';
import type { Item } from '../items';
import type { Job, Outcome, Task } from './task';
import { prepareWork, type Work } from './work';

/** What a thread must know before it works. */
interface ThreadSetup {
  /** The name of the task; a function cannot be sent. */
  readonly task: string;
  readonly setup: unknown;
  readonly mode: ReadingMode;
  readonly language: string;
}

/** What a thread of the command line offers. */
interface ThreadFunctions {
  setUp(setup: ThreadSetup): Promise<readonly string[]>;
  work(item: Item): Promise<Outcome<unknown>>;
}

/** Makes what a thread offers. */
export function createThread(tasks: readonly Task<never, unknown>[]): ThreadFunctions {
  let work: Work<unknown> | undefined;
  return {
    async setUp({ task: name, setup, mode, language }) {
      speak(language);
      const task = tasks.find((known) => known.name === name);
      if (!task) throw new Error(`There is no task ${name}.`);
      // The setup comes from the job of the same task.
      const prepared = await prepareWork({ task, setup: setup as never, mode });
      work = prepared.work;
      return prepared.problems;
    },
    async work(item) {
      if (!work) throw new Error('The thread is not set up.');
      return work(item);
    },
  };
}

/** A thread that works on the issues of a job. */
export interface WorkingThread<Result> {
  readonly work: Work<Result>;
  /** One line on each thing that is wrong with what it has loaded. */
  readonly problems: readonly string[];
  end(): Promise<void>;
}

/** Starts a thread, whose program is the bundle of the command line. An issue that ends it is one problem; the next has a new thread. */
export async function startWorking<Setup, Result>(
  { task, setup, mode }: Job<Setup, Result>,
  program = bundlePath('cli'),
): Promise<WorkingThread<Result>> {
  const thread = await startLastingThread<ThreadFunctions, readonly string[]>(
    program,
    (started) => started.call('setUp', { task: task.name, setup, mode, language: spokenLanguage() }),
    { isAwaited: true },
  );
  return {
    problems: thread.ready,
    async work(item) {
      try {
        return (await thread.call('work', item)) as Outcome<Result>;
      } catch (error) {
        if (!(error instanceof ThreadEnded)) throw error;
        const problem = t('The thread that processed it has ended: {0}', error.message);
        return { notes: [], faults: [], size: 0, problem };
      }
    },
    end: thread.end,
  };
}
