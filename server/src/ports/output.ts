import type { FileContent } from '../export/format';
import type { OutputFolder } from '../export/write';

/** Where exports are written. Targets are named by URI; the message of a rejection is a sentence for the user. */
export interface Output {
  /** A folder, which need not exist. */
  folder(uri: string, guard: OutputGuard): OutputFolder;
  /** Opens a file for writing. It takes its place only when it is closed. */
  file(uri: string, guard: OutputGuard): Promise<OutputFile>;
}

/** What must not be overwritten. Sidecars never are. */
export interface OutputGuard {
  /** The URIs of the issues that are exported. */
  readonly inputs: readonly string[];
  /** Matches the beginning of files that may be replaced, because an earlier export wrote them. */
  readonly replaceable: RegExp;
}

/** A file that is being written. */
export interface OutputFile {
  write(content: FileContent): Promise<void>;
  /** Puts the file in its place. */
  close(): Promise<void>;
  /** Leaves everything as it was before. */
  discard(): Promise<void>;
}
