/** Keeps what is not saved yet in a folder of the editor, so that it outlasts the editor with the text that it belongs to. */
export interface Backups {
  /** What is kept for an issue; undefined if there is nothing. Never rejects. */
  read(issueUri: string): Promise<string | undefined>;
  /** Rejects with a sentence if it cannot be written. */
  write(issueUri: string, content: string): Promise<void>;
  remove(issueUri: string): Promise<void>;
}

/** Opens the backups in a storage folder of the editor, given as a URI; without one nothing is kept. */
export type OpenBackups = (storage: string | undefined) => Backups;
