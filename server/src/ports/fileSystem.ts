import type { SidecarReading } from '../source/sidecar/read';
import type { Sidecar } from '../source/sidecar/schema';
import type { Recognition } from '../index/recognition';

/** The files of the user, named by URI. The message of a rejection is a sentence for the user. */
export interface FileSystem {
  /** Reads an issue file. Rejects if there is none, or if its encoding cannot be determined. */
  readIssue(uri: string): Promise<IssueFile>;
  /** Reads the sidecar of an issue; an empty one if there is none. Never rejects: a fault is among its problems. */
  readSidecar(issueUri: string): Promise<SidecarReading>;
  /**
   * Changes the sidecar of an issue on top of what the file holds by then. A file that could not be read in full is kept
   * under another name first. Rejects if the file is of a newer version or cannot be written.
   */
  changeSidecar(issueUri: string, change: (sidecar: Sidecar) => Sidecar): Promise<ChangedSidecar>;
  /**
   * Changes the text of a UTF-8 file, whole or not at all, on top of what it holds by then; the text is empty if there is
   * no file. Rejects if the file is not UTF-8, if a link leads out of the folder, or if it cannot be written.
   */
  changeText(uri: string, folderUri: string, change: (text: string) => string): Promise<void>;
  /** Reads a text file in UTF-8; undefined if there is none. Rejects if it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** The names of the files in the folder of a file; empty if there is no such folder. */
  namesBeside(uri: string): Promise<readonly string[]>;
  /** Whether a file is below a folder after all links, or would if it were there. Never rejects. */
  isBelow(uri: string, folderUri: string): Promise<boolean>;
  /** The files in and below some folders that are or may be issues, each once. Folders that are not files have none. */
  findIssues(folders: readonly string[], recognition: Recognition): Promise<FoundIssues>;
}

/** What a search for issues has found. */
export interface FoundIssues {
  readonly files: readonly IssueCandidate[];
  /** Paths of folders that cannot be read or do not answer, each with the cause in a sentence. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** A file that is an issue by its name, or may be one by its content. */
export interface IssueCandidate {
  readonly uri: string;
  readonly isCertain: boolean;
}

/** An issue file as it was read. */
export interface IssueFile {
  /** Decoded; a byte order mark is kept. */
  readonly text: string;
  /** In any case of letters: UTF-8, gb18030. */
  readonly encoding: string;
  /** Of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A sidecar after a change. */
export interface ChangedSidecar {
  readonly sidecar: Sidecar;
  /** The name under which the old file is kept, if it could not be read in full. */
  readonly oldKeptAs?: string;
}
