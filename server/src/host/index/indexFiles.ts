import type { IssueIndex } from '../../index/issueIndex';
import type { IssueRecord } from '../../index/record';
import type { Recognition } from '../../index/recognition';
import type { UserDictionary } from '../../gazetteer/gazetteer';

/** What an index needs of the place it runs in. */
export interface IndexFiles {
  /** The files of some folders, named by URI, that are or may be issues, each once. */
  find(folders: readonly string[], recognition: Recognition): Promise<FoundIssueFiles>;
  /** Reads files, and hands over what each gave. */
  read(candidates: readonly IssueCandidate[], setup: ReaderSetup, reception: Reception): Promise<void>;
  /** Reads a stored index; an empty one if there is none. Logs in one line why it cannot be used. */
  load(place: string, log: (line: string) => void): Promise<IssueIndex>;
  /** Writes the index whole or not at all. */
  save(place: string, index: IssueIndex): Promise<void>;
}

/** A file that is an issue by its name, or may be one by its content. */
export interface IssueCandidate {
  /** As a message names it. */
  readonly path: string;
  /** In the form of `canonicalUri`. */
  readonly uri: string;
  readonly isCertain: boolean;
  /** Changes whenever the file or its sidecar does. */
  readonly fingerprint: string;
}

/** What a search has found. */
export interface FoundIssueFiles {
  readonly files: readonly IssueCandidate[];
  readonly unreadable: readonly UnreadableFolder[];
}

/** A folder that cannot be read or does not answer, with the cause in a sentence. */
export interface UnreadableFolder {
  /** As a message names it. */
  readonly path: string;
  readonly uri: string;
  readonly cause: string;
}

/** What must be known before files are read. */
export interface ReaderSetup {
  /** Of the user, for messages. */
  readonly locale: string | undefined;
  /** Of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly UserDictionary[];
}

/** What becomes of each file that is to be read. */
export interface Reception {
  issue(record: IssueRecord): void;
  /** It is no issue, or cannot be read for the cause given. */
  other(candidate: IssueCandidate, problem?: string): void;
  /** Asked before each file. */
  isStopped(): boolean;
}
