import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import type { IssueCandidate, ReaderSetup, Reception } from '../../index/indexFiles';
import { bundlePath } from '../packageFolder';
import { startThread, ThreadEnded, type Thread } from '../threads';
import { NoAnswer, withinTime } from '../timeLimit';
import { canStepBack } from './priority';
import type { ReaderFunctions } from './readIssue';
import { messageOf } from '../../../core/problems';

/** Readers at most: each holds the dictionaries in its memory. */
const MOST_READERS = 3;

/** MB of JavaScript objects that one file may need. */
const MEMORY = 512;

/** Processors left to the editor, where readers cannot step back behind it. */
const LEFT_FREE = canStepBack ? 0 : 1;

/** Reads files in threads of their own, and hands over what each gave. */
export async function readIssues(
  candidates: readonly IssueCandidate[],
  setup: ReaderSetup,
  reception: Reception,
): Promise<void> {
  const queue = candidates.values();
  const readers = Math.min(MOST_READERS, Math.max(1, availableParallelism() - LEFT_FREE), candidates.length);
  const silent = new Map<string, string>();
  await Promise.all(Array.from({ length: readers }, () => readQueue(queue, setup, reception, silent)));
}

/** `silent` are the folders in which a file has not answered: each would cost a thread and its time. */
async function readQueue(
  queue: Iterator<IssueCandidate>,
  setup: ReaderSetup,
  reception: Reception,
  silent: Map<string, string>,
): Promise<void> {
  let reader = await startReader(setup);
  for (let next = queue.next(); !next.done && !reception.isStopped(); next = queue.next()) {
    const folder = dirname(next.value.path);
    const cause = silent.get(folder);
    if (cause !== undefined) {
      reception.other(next.value, cause);
      continue;
    }
    try {
      const record = await withinTime(next.value.path, () => reader.call('read', next.value));
      if (record) reception.issue(record);
      else reception.other(next.value);
    } catch (error) {
      // A file too large for a thread ends that thread, but not the reading of the others.
      const isTooMuch = error instanceof ThreadEnded;
      if (error instanceof NoAnswer) {
        silent.set(folder, error.message);
        // It cannot be ended before the file answers.
        void reader.end();
      }
      if (isTooMuch || error instanceof NoAnswer) reader = await startReader(setup);
      reception.other(next.value, isTooMuch ? t('The file is too large for the workspace index.') : messageOf(error));
    }
  }
  await reader.end();
}

async function startReader(setup: ReaderSetup): Promise<Thread<ReaderFunctions>> {
  const reader = startThread<ReaderFunctions>(bundlePath('reader'), {
    memory: MEMORY,
  });
  await reader.call('setUp', setup);
  return reader;
}
