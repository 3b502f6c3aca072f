/** A kind of archive: a file that holds the texts of many issues. One file each in this folder; index.ts lists them. */
export interface ArchiveKind {
  /** Matches the names of its files. */
  readonly names: RegExp;
  /**
   * Reads the issues of an archive in its order, one at a time. Rejects with a `Problem` where the rest cannot be read; what
   * was given before is whole.
   */
  read(path: string): AsyncIterable<ArchiveEntry>;
}

/** An issue in an archive, one that cannot be read, or, before both, how many there are, where that is known. */
export type ArchiveEntry = ArchivedIssue | UnreadableEntry | { readonly issues: number };

export interface ArchivedIssue {
  /** A relative path with `/` between folders, without `..`. No two issues of an archive have the same one. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Its sidecar, if it has one. */
  readonly sidecar?: ArchivedSidecar;
}

/** The content of a sidecar, or why it cannot be read, as a sentence for the user. */
export type ArchivedSidecar = { readonly bytes: Buffer } | { readonly problem: string };

export interface UnreadableEntry {
  /** As the archive has it; absent where it has none. */
  readonly name?: string;
  /** A sentence for the user. */
  readonly problem: string;
}
