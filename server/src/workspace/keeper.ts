import type { OwnDictionary } from '../knowledge/knowledge';
import type { Questions } from './questions';
import type { Recognition } from './recognition';
import type { IssueRecord } from './record';

/** Where to keep an archive, and for whom. */
export interface ArchiveOptions {
  /** URI of a folder of the editor's own; never one of the user's. */
  readonly storage: string | undefined;
  readonly locale: string | undefined;
}

/** What an archive is to be brought up to date with. */
export interface ArchiveUpdate {
  /** URIs of the folders whose issues belong to it. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
  /** The dictionaries of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly OwnDictionary[];
  /** Names the state of all dictionaries: what was read with another is read again. */
  readonly revision: string;
  /** Whether to leave new files out: the user has stopped the reading of so many. */
  readonly onlyKnown: boolean;
}

/** What an update has done. */
export interface UpdateOutcome {
  readonly read: number;
  readonly removed: number;
  /** Whether everything was read; not where it was stopped. */
  readonly isComplete: boolean;
}

/** What an archive says without being asked: how far an update has come, or a line for the log. */
export type ArchiveNews = { readonly done: number; readonly total: number } | { readonly log: string };

/** Keeps the archive of a workspace, outside of the thread that serves the editor. Files are named as by `canonicalUri`. */
export interface ArchiveKeeper {
  /** Reads whatever has changed since the last time. One update waits for the end of another. */
  update(update: ArchiveUpdate): Promise<UpdateOutcome>;
  /** Ends the update that runs as soon as the files that are being read have been read. */
  stop(): void;
  /** See `Archive.cover`. Questions asked afterwards see the change. */
  cover(record: IssueRecord): void;
  uncover(uri: string): void;
  ask<Name extends keyof Questions>(
    question: Name,
    ...given: Parameters<Questions[Name]>
  ): Promise<ReturnType<Questions[Name]>>;
  /** Keeps what is not kept yet, and ends. */
  close(): Promise<void>;
}
