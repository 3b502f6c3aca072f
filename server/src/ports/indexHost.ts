import type { Queries } from '../index/queries/queries';
import type { IssueRecord } from '../index/record';
import type { IndexUpdate, UpdateOutcome } from '../index/update';

/** Where the index of a workspace lives: outside the thread that serves the editor. */
export interface IndexHost {
  /** Opens the index of a workspace. `onNews` receives what it reports unasked. */
  openIndex(options: IndexOptions, onNews: (news: IndexNews) => void): IndexProcess;
}

/** Where to store an index, and the language of its messages. */
export interface IndexOptions {
  /** URI of a folder that belongs to the editor, never one of the user's; undefined to store nothing. */
  readonly storage: string | undefined;
  readonly locale: string | undefined;
}

/** What an index reports unasked: how far an update has come, or a line for the log. */
export type IndexNews = { readonly done: number; readonly total: number } | { readonly log: string };

/** The index of one workspace. Files are named as by `canonicalUri`. */
export interface IndexProcess {
  /** Reads whatever has changed since the last update. Updates run one after the other. */
  update(update: IndexUpdate): Promise<UpdateOutcome>;
  /** Ends the running update once the files that are being read have been read. */
  stop(): void;
  /** See `IssueIndex.setOverlay`. Queries asked afterwards see the change. */
  setOverlay(record: IssueRecord): void;
  removeOverlay(uri: string): void;
  ask<Name extends keyof Queries>(query: Name, ...given: Parameters<Queries[Name]>): Promise<ReturnType<Queries[Name]>>;
  /** Stores what is not stored yet, and ends. */
  close(): Promise<void>;
}
