import type { Questions } from '../workspace/questions';
import type { IssueRecord } from '../workspace/record';
import type { ArchiveUpdate, UpdateOutcome } from '../workspace/update';

/** Where the archive of a workspace is kept: outside the thread that serves the editor. */
export interface IndexHost {
  /** Opens the archive of a workspace. `onNews` receives what it reports unasked. */
  openArchive(options: ArchiveOptions, onNews: (news: ArchiveNews) => void): ArchiveKeeper;
}

/** Where to store an archive, and the language of its messages. */
export interface ArchiveOptions {
  /** URI of a folder that belongs to the editor, never one of the user's; undefined to store nothing. */
  readonly storage: string | undefined;
  readonly locale: string | undefined;
}

/** What an archive reports unasked: how far an update has come, or a line for the log. */
export type ArchiveNews = { readonly done: number; readonly total: number } | { readonly log: string };

/** The archive of one workspace. Files are named as by `canonicalUri`. */
export interface ArchiveKeeper {
  /** Reads whatever has changed since the last update. Updates run one after the other. */
  update(update: ArchiveUpdate): Promise<UpdateOutcome>;
  /** Ends the running update once the files that are being read have been read. */
  stop(): void;
  /** See `Archive.cover`. Questions asked afterwards see the change. */
  cover(record: IssueRecord): void;
  uncover(uri: string): void;
  ask<Name extends keyof Questions>(
    question: Name,
    ...given: Parameters<Questions[Name]>
  ): Promise<ReturnType<Questions[Name]>>;
  /** Stores what is not stored yet, and ends. */
  close(): Promise<void>;
}
