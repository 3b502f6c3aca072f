import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../problem';

/**
 * Opens, renames or removes a file, again and again for a while where Windows refuses because another program has the file open: virus
 * scanners and indexers read each file that has just been written, and a file that has been removed stays until its last reader closes it.
 * On other systems an open file is no obstacle, and an error is thrown at once.
 */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE;
  for (let pause = 10; ; pause = Math.min(2 * pause, LONGEST_PAUSE))
    try {
      return await work();
    } catch (error) {
      if (process.platform !== 'win32' || !IN_USE.includes(codeOf(error)) || Date.now() > deadline) throw error;
      await delay(pause);
    }
}

/** How Windows says that a file is in use; it says the same of files that may not be changed at all. */
const IN_USE: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];

/** Milliseconds in which such programs have closed a file. */
const PATIENCE = 3000;

/** Milliseconds. */
const LONGEST_PAUSE = 200;
