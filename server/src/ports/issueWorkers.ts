import type { LabelSet } from '../annotations/labels/schema';
import type { Settings } from '../core/settings';
import type { ExportedText } from '../export/analyseForExport';
import type { ExportOptions } from '../export/exportIssue';
import type { IssueWork, IssueWorkName } from '../export/issueWork';
import type { UserDictionary } from '../gazetteer/gazetteer';
import type { Sidecar } from '../source/sidecar/schema';

/** Works on the issues of a workspace outside the thread that serves the editor. */
export interface IssueWorkers {
  /** Starts workers; undefined where there are too few issues, or no other threads: the server then does the work itself. */
  start(setup: WorkerSetup, issues: number): Promise<WorkerTeam | undefined>;
}

/** What workers must know before they work. Plain data. */
export interface WorkerSetup {
  readonly locale: string | undefined;
  readonly settings: Settings;
  /** Of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly UserDictionary[];
  readonly work: IssueWorkName;
  readonly text: ExportedText;
  readonly options: Pick<ExportOptions, 'offsetUnit' | 'spreadsheet' | 'version'>;
}

/** An issue as it is given to a worker. Plain data. */
export interface WorkerIssue {
  /** For the user and in exports. */
  readonly path: string;
  /** Of its exports, without their extension. */
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
  readonly sidecar: Sidecar;
  /** Of the bytes of the file, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly labels: LabelSet;
}

/** Workers that have started. */
export interface WorkerTeam {
  /** Each works on one issue at a time, and rejects with a sentence where it cannot. The result is that of the work's `make`. */
  readonly workers: readonly ((issue: WorkerIssue) => Promise<ReturnType<IssueWork<unknown>['make']>>)[];
  /** Ends them, whatever they still work on. */
  end(): Promise<void>;
}
