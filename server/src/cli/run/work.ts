import { sentenceOf } from '../../host/problem';
import type { IssueProblem } from '../issueProblem';
import type { Item } from '../items';
import { readItem } from './readItem';
import type { Job, Outcome } from './task';

/** Works on issues, one at a time. Never rejects. */
export type Work<Result> = (item: Item) => Promise<Outcome<Result>>;

/** Prepares the work of a job in this thread. `problems` are of what was loaded. */
export async function prepareWork<Setup, Result>({
  task,
  setup,
  mode,
}: Job<Setup, Result>): Promise<{ readonly work: Work<Result>; readonly problems: readonly string[] }> {
  const { work, problems } = await task.prepare(setup);
  return {
    problems,
    async work(item) {
      const notes: string[] = [];
      const note = (line: string): void => void notes.push(line);
      let size = 0;
      let faults: readonly IssueProblem[] = [];
      try {
        const { source, digest, faults: wrong } = await readItem(item, mode, note);
        size = source.bytes.length;
        faults = wrong;
        if (item.doneAs === digest && faults.length === 0) return { notes, faults, size, digest, isUnchanged: true };
        return { notes, faults, size, digest, result: await work(source, note) };
      } catch (error) {
        return { notes, faults, size, problem: sentenceOf(error) };
      }
    },
  };
}
