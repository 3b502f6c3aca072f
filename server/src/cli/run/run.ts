import process from 'node:process';
import { t } from '@vscode/l10n';
import { problemList } from '../../core/problems';
import { sentenceOf } from '../../host/problem';
import { STANDARD_INPUT, type Inputs } from '../inputs';
import { problemLine, type IssueProblem } from '../issueProblem';
import { itemsOf, type Item } from '../items';
import { OutputProblem, tell } from '../terminal';
import { inOrder } from '../../core/inOrder';
import { Interrupted, noticeInterruption } from './interruption';
import type { Journal } from './journal';
import { threadsFor, type RunOptions } from './options';
import { MANY, openProgress, type Progress } from './progress';
import type { Job, Outcome } from './task';
import { assembleTeam, type Team } from './team';
import type { Work } from './work';

/** What a run does with the results. */
export interface Reception<Result> {
  /**
   * Takes a result. Called in the order of the inputs, one call after the other. Where there is a journal, it gives what is needed
   * of the issue when a later run goes on: plain data.
   */
  take(result: Result, item: Item): Promise<unknown>;
  /** Called with each result that was taken, in the order of the inputs. */
  taken?(result: Result): void;
  /** How many results may be taken at the same time; one where absent. `take` is still called in the order of the inputs. */
  readonly atOnce?: number;
  /** Takes what is wrong with an issue, in the same order; by default it is a line on standard error. */
  refuse?(problem: IssueProblem): Promise<void>;
  /** What this run and an interrupted one before have done. */
  readonly journal?: RunJournal | undefined;
  /** Whether standard output shows how far the run is. */
  readonly prints: boolean;
  /** Whether the work is done on files, so that it goes on when standard output can no longer be written. */
  readonly evenUnread?: boolean;
}

/** A journal with what the command does with it. */
export interface RunJournal extends Journal {
  /** Whether what an earlier run has written is still there, given what `take` gave. */
  isIntact(kept: unknown): Promise<boolean>;
  /** Takes what `take` gave in an earlier run. */
  restore(kept: unknown): void;
}

/** Per worker: issues that are worked on or wait for an earlier one, and how many bytes those have that wait. */
const AHEAD = { items: 16, size: 4 << 20 };

/**
 * Works on the issues of all inputs, in threads where there are many. What cannot be read or worked on is reported in one line, and
 * the others still have their turn. Results come in the order of the inputs, regardless of the number of threads. Returns whether all
 * went well. Throws an `OutputProblem` if the output cannot be written, and `Interrupted` when a signal asks for the end.
 */
export async function runJob<Setup, Result>(
  inputs: Inputs,
  job: Job<Setup, Result>,
  options: RunOptions,
  reception: Reception<Result>,
): Promise<boolean> {
  const files = inputs.archives > 0 ? Infinity : inputs.paths.length;
  const team = await assembleTeam(job, threadsFor(options, files, job.task.usefulThreads?.(job.setup)));
  team.problems.forEach(tell);
  try {
    return await runWithTeam(inputs, team, options, reception);
  } finally {
    await team.end();
  }
}

/** The same with a team that works on other inputs too. */
export async function runWithTeam<Result>(
  inputs: Inputs,
  team: Team<Result>,
  options: Omit<RunOptions, 'jobs'>,
  reception: Reception<Result>,
): Promise<boolean> {
  for (const line of [...inputs.notes, ...inputs.problems]) tell(line);
  const interruption = noticeInterruption();
  const progress = await openProgress(inputs, { isSilent: options.quiet, prints: reception.prints });
  const failures = problemList();
  let failed = inputs.problems.length;
  let done = 0;
  const failWith = (line: string): void => {
    failed++;
    failures.add(() => line);
    progress.tell(line);
  };
  const fail = async (problem: IssueProblem): Promise<void> => {
    if (!reception.refuse) {
      failWith(problemLine(problem));
      return;
    }
    failed++;
    await reception.refuse(problem);
  };
  const { journal } = reception;
  const { atOnce = 1 } = reception;
  /** Begins to take a result where others may be taken meanwhile. */
  const begin = (item: Item, { result, problem, isUnchanged }: Outcome<Result>): Promise<unknown> | undefined => {
    if (atOnce === 1 || problem !== undefined || isUnchanged) return undefined;
    const taking = reception.take(result as Result, item);
    // What is wrong is said when it is its turn.
    taking.catch(() => undefined);
    return taking;
  };
  const receive = async (
    item: Item,
    former: unknown,
    { digest, ...outcome }: Outcome<Result>,
    taking?: Promise<unknown>,
  ): Promise<void> => {
    outcome.notes.forEach(progress.tell);
    for (const fault of outcome.faults) await fail(fault);
    if (outcome.problem !== undefined) {
      await fail({ ...item, problem: outcome.problem });
      return;
    }
    try {
      if (outcome.isUnchanged) journal?.restore(former);
      else {
        const result = outcome.result as Result;
        const kept = await (taking ?? reception.take(result, item));
        reception.taken?.(result);
        if (journal && digest !== undefined && outcome.faults.length === 0) await journal.add(item, { digest, kept });
      }
    } catch (error) {
      if (error instanceof OutputProblem && !reception.evenUnread) throw error;
      // The work on the file was done before.
      if (error instanceof OutputProblem) failWith(error.message);
      else await fail({ ...item, problem: sentenceOf(error) });
    }
  };

  const workers = team.workers.map((work) => (next: Next) => workOn(next, work));
  const outcomes = inOrder(nextOf(inputs, progress, journal), workers, {
    items: AHEAD.items * workers.length,
    size: AHEAD.size * workers.length,
  });
  const begun: (() => Promise<void>)[] = [];
  try {
    while (!(options['fail-fast'] && failed > 0)) {
      const next = await interruption.unlessNoticed(outcomes.next());
      if (interruption.signal !== undefined)
        throw new Interrupted(interruption.signal, stoppedSentence(done, journal !== undefined));
      if (!next || next.done) break;
      const [found, outcome] = next.value;
      const taking = 'problem' in found ? undefined : begin(found.item, outcome);
      begun.push(async () => {
        if ('problem' in found) await fail(found);
        else await receive(found.item, found.kept, outcome, taking);
        done++;
        progress.advance();
      });
      if (begun.length >= atOnce) await begun.shift()?.();
    }
  } finally {
    for (const end of begun) await end();
    interruption.close();
    progress.close();
    // What still waits for it would keep this process from its end.
    if (inputs.paths.includes(STANDARD_INPUT)) process.stdin.destroy();
  }
  if (failed > 0 && done >= MANY && !reception.refuse) {
    tell(t('Issues: {0}. Problems: {1}.', done, failed));
    failures.lines().forEach(tell);
  }
  return failed === 0;
}

/** An issue with what an earlier run has kept of it, or one that cannot be read. */
type Next = { readonly item: Item; readonly kept?: unknown } | IssueProblem;

async function* nextOf(
  inputs: Inputs,
  progress: Progress,
  journal: RunJournal | undefined,
): AsyncGenerator<Next, void> {
  for await (const next of itemsOf(inputs)) {
    if ('issues' in next) {
      progress.expect(next.issues);
      continue;
    }
    if ('problem' in next) {
      yield next;
      continue;
    }
    const done = await journal?.find(next);
    const isDone = done !== undefined && (await journal?.isIntact(done.kept)) === true;
    yield isDone ? { item: { ...next, doneAs: done.digest }, kept: done.kept } : { item: next };
  }
}

function stoppedSentence(done: number, canResume: boolean): string {
  return canResume
    ? t('Stopped after {0} issues. To continue, run the same command with --resume.', done)
    : t('Stopped after {0} issues.', done);
}

const NOTHING_DONE = { notes: [], faults: [], size: 0 };

async function workOn<Result>(next: Next, work: Work<Result>): Promise<Outcome<Result>> {
  return 'problem' in next ? NOTHING_DONE : work(next.item);
}
