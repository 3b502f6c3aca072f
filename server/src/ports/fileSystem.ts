/** The files of the user, named by URI. The message of a rejection is a sentence for the user. */
export interface FileSystem {
  /** Reads an issue file. Rejects if there is none, or if its encoding cannot be determined. */
  readIssue(uri: string): Promise<IssueFile>;
  /** The text of a UTF-8 file; undefined if there is none. Rejects if it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Writes a UTF-8 file whole or not at all, and creates its folder. Rejects if it cannot be written. */
  writeText(uri: string, text: string): Promise<void>;
  /** Renames a file within its folder, so that nothing is lost when a new one is written; returns the new name. */
  keepAside(uri: string): Promise<string>;
  /** The names of the files in the folder of a file; empty if there is no such folder. */
  namesBeside(uri: string): Promise<readonly string[]>;
}

/** An issue file as it was read. */
export interface IssueFile {
  /** Of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** In any case of letters: UTF-8, gb18030. */
  readonly encoding: string;
  /** Decoded; a byte order mark is kept. */
  readonly text: string;
}
