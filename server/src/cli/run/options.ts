import { availableParallelism } from 'node:os';
import { wholeNumber, type OptionTable, type ValuesOf } from '../options';

/** The options of every command that works on many issues. */
export const RUN_OPTIONS = {
  jobs: {
    type: 'string',
    value: 'N',
    description: 'Number of issues to process in parallel (default: one per processor); 1 starts no threads.',
  },
  'fail-fast': { type: 'boolean', description: 'Stop at the first problem.' },
  quiet: { type: 'boolean', description: 'Show no progress.' },
} as const satisfies OptionTable;

export type RunOptions = ValuesOf<typeof RUN_OPTIONS>;

/** Files that one thread at least has to itself: a thread takes about as long to start as it takes to check as many. */
const FEWEST_FILES = 16;

/**
 * How many threads work on some files, `most` where the user does not say; archives count as many. 1 for none beside this
 * one. Throws a `Problem` for a wrong number.
 */
export function threadsFor({ jobs }: RunOptions, files: number, most = availableParallelism()): number {
  if (jobs === undefined) return Math.max(1, Math.min(most, Math.floor(files / FEWEST_FILES)));
  return Math.max(1, Math.min(wholeNumber('--jobs', jobs), files));
}
