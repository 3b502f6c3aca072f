import { setPriority } from 'node:os';
import process from 'node:process';

/** Whether a thread can take less of the processor than its process: on Linux alone a priority is the thread's own. */
export const canStepBack = process.platform === 'linux';

/** A third of the share that others have: on a busy machine the reading is still to come to an end. */
const NICENESS = 5;

/** Lets every other thread go before this one, so that reading ten thousand pages is not felt while typing. */
export function stepBack(): void {
  if (canStepBack) setPriority(NICENESS);
}
