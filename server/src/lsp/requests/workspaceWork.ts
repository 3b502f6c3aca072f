import type { Connection } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import type { LabelSet } from '../../annotations/labels/schema';
import { inOrder } from '../../core/inOrder';
import { spokenLanguage } from '../../core/locale';
import { messageOf } from '../../core/problems';
import { visible } from '../../core/visible';
import type { ExportedText } from '../../export/analyseForExport';
import type { ExportOptions } from '../../export/exportIssue';
import type { IssueWork, IssueWorkName } from '../../export/issueWork';
import { exportNameOf } from '../../export/write';
import type { Recognition } from '../../index/recognition';
import type { IssueWorkers, WorkerSetup } from '../../ports/issueWorkers';
import type { Output } from '../../ports/output';
import type { ExportWorkspaceResult } from '../protocol';
import { signalOf } from '../session/abortSignal';
import { analyseFile, prepareFor, readFile, readSidecar, type ExportSurroundings } from './exportedFile';
import { isIssueText, type FoundWorkspaceIssues, type WorkspaceIssue } from './workspaceIssues';

/** What work on the issues of a workspace needs of the server. */
export interface WorkspaceWork extends ExportSurroundings {
  readonly connection: Connection;
  readonly output: Output;
  readonly workers: IssueWorkers;
  /** URIs of the workspace's folders, without a slash at the end. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
  /** The settings and the user's dictionaries in force. */
  inForce(): Pick<WorkerSetup, 'settings' | 'dictionaries'>;
}

/** What is made of the issues of a workspace. */
export interface WorkspaceOrder<Result> {
  /** What the user sees while the work is done. */
  readonly title: string;
  readonly work: IssueWork<Result>;
  /** The name of the work, for other threads. */
  readonly name: IssueWorkName;
  readonly text: ExportedText;
  readonly options: Pick<ExportOptions, 'offsetUnit' | 'spreadsheet'>;
  open(): Promise<WritingTarget<Result>>;
}

/** Where the results go. */
export interface WritingTarget<Result> {
  /** Takes the result of an issue, in the order of the issues. Gives a sentence on what is left out of it. */
  take(result: Result, labels: LabelSet): Promise<string | undefined>;
  /** Writes what comes after the last issue. */
  end(): Promise<void>;
  /** Leaves everything as it was before, if the work ends early. */
  discard(): Promise<void>;
}

/**
 * Works on the issues of a workspace, in other threads where there are many, with progress that the user can cancel; null if it was
 * cancelled. What cannot be done is among the problems, and the other issues still have their turn.
 */
export async function workOnWorkspace<Result>(
  { items, unread }: FoundWorkspaceIssues,
  order: WorkspaceOrder<Result>,
  workspace: WorkspaceWork,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const progress = await workspace.connection.window.createWorkDoneProgress();
  progress.begin(order.title, 0, undefined, true);
  const stopped = AbortSignal.any([signal, signalOf(progress.token)]);
  try {
    await prepareFor(order.work, workspace);
    const target = await order.open();
    try {
      const onItem = (index: number, path: string): void =>
        progress.report(Math.floor((index * 100) / items.length), visible(path));
      const result = await workOnEach(items, { ...order, take: target.take, onItem }, workspace, stopped);
      await target.end();
      return { ...result, problems: [...unread, ...result.problems] };
    } catch (error) {
      await target.discard();
      throw error;
    }
  } catch (error) {
    return stopped.aborted ? null : failed(messageOf(error));
  } finally {
    progress.done();
  }
}

/** The answer where nothing could be written. */
export function failed(problem: string): ExportWorkspaceResult {
  return { exported: 0, problems: [visible(problem)], leftOut: [] };
}

interface EachOrder<Result> extends Omit<WorkspaceOrder<Result>, 'open'>, Pick<WritingTarget<Result>, 'take'> {
  onItem(index: number, path: string): void;
}

/** What has become of a file: neither a result nor a problem where it is no issue. */
interface Outcome<Result> {
  readonly result?: Result;
  readonly labels?: LabelSet;
  readonly problem?: string;
  /** UTF-16 code units of the issue. */
  readonly size: number;
}

/** Works on one file. Rejects with a sentence where it cannot. */
type FileWork<Result> = (item: WorkspaceIssue) => Promise<Outcome<Result>>;

/** Per worker: issues that are worked on or wait for an earlier one, and how many characters those have that wait. */
const AHEAD = { items: 16, size: 2 << 20 };

/** Throws the signal's reason once it is aborted. */
async function workOnEach<Result>(
  items: readonly WorkspaceIssue[],
  order: EachOrder<Result>,
  workspace: WorkspaceWork,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult> {
  const problems: string[] = [];
  const leftOut: string[] = [];
  let exported = 0;
  const { workers, end } = await startWork(items.length, order, workspace, signal);
  // The threads end at once, and with them what they still work on.
  const stop = (): void => void end();
  signal.addEventListener('abort', stop);
  try {
    const bounds = { items: AHEAD.items * workers.length, size: AHEAD.size * workers.length };
    const caught = workers.map((work) => withProblem(work));
    for await (const [{ path }, outcome] of inOrder(itemsInTurn(items, order, workspace, signal), caught, bounds)) {
      signal.throwIfAborted();
      const { result, labels, problem } = outcome;
      try {
        if (problem !== undefined) throw new Error(problem);
        if (result === undefined || labels === undefined) continue;
        const sentence = await order.take(result, labels);
        exported++;
        if (sentence !== undefined) leftOut.push(sentence);
      } catch (error) {
        problems.push(visible(`${path}: ${messageOf(error)}`));
      }
    }
    signal.throwIfAborted();
    return { exported, problems, leftOut };
  } finally {
    signal.removeEventListener('abort', stop);
    await end();
  }
}

async function* itemsInTurn<Result>(
  items: readonly WorkspaceIssue[],
  { onItem }: EachOrder<Result>,
  { turns }: WorkspaceWork,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceIssue, void> {
  for (const [index, item] of items.entries()) {
    // What the user types meanwhile goes before each issue.
    await turns.next(signal);
    onItem(index, item.path);
    yield item;
  }
}

function withProblem<Result>(work: FileWork<Result>): FileWork<Result> {
  return (item) => work(item).catch((error: unknown) => ({ problem: messageOf(error), size: 0 }));
}

/** Workers in other threads, or one in this thread. */
async function startWork<Result>(
  count: number,
  { work, name, text: which, options }: EachOrder<Result>,
  workspace: WorkspaceWork,
  signal: AbortSignal,
): Promise<{ readonly workers: readonly FileWork<Result>[]; end(): Promise<void> }> {
  const setup = { locale: spokenLanguage(), ...workspace.inForce(), work: name, text: which };
  const team = await workspace.workers.start({ ...setup, options: { ...options, version } }, count);
  const workOn = (make: (issue: ReadIssue) => Promise<Result>): FileWork<Result> => {
    return async (item) => {
      const file = await readFile(item.uri, workspace);
      const size = file.text.length;
      if (!isIssueText(item, file.text)) return { size };
      const labels = await workspace.labels.of(item.uri);
      return { result: await make({ ...item, file, labels, name: exportNameOf(item.path) }), labels, size };
    };
  };
  if (!team) {
    const here = workOn(async ({ labels, name: exportName, ...issue }) => {
      const { analysis, sha256 } = await analyseFile(issue, work, which, workspace, signal);
      return work.make(analysis, { ...options, name: exportName, sha256, labels, version });
    });
    return { workers: [here], end: () => Promise.resolve() };
  }
  const workers = team.workers.map((inThread) =>
    workOn(async ({ uri, file, ...issue }) => {
      const sidecar = await readSidecar(uri, workspace);
      // What comes back is what `work` makes; no type survives the way between threads.
      return (await inThread({ ...file, ...issue, sidecar })) as Result;
    }),
  );
  return { workers, end: team.end };
}

/** An issue that was read, with what an export must know of it. */
interface ReadIssue extends WorkspaceIssue {
  readonly file: Awaited<ReturnType<typeof readFile>>;
  readonly labels: LabelSet;
  /** Of its exports, without their extension. */
  readonly name: string;
}
