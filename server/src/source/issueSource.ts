import { EMPTY_SIDECAR } from './sidecar/model';
import type { Sidecar } from './sidecar/schema';

/**
 * How a text is read: as an issue with pages and articles, or each line as a paragraph by itself (`--lines`), without
 * articles; article and issue rules are then off.
 */
export type ReadingMode = 'issue' | 'lines';

/** A text with everything that is known about it from outside: its file, and what the sidecar says. Immutable. */
export interface IssueSource {
  /**
   * Names the file for the user and in exports: as given on the command line, relative to the workspace in the editor.
   * Only its last part, the file name, says anything about the issue. Empty for a text without a file.
   */
  readonly path: string;
  /** Decoded. A byte order mark is part of it where the reader keeps one. */
  readonly text: string;
  /** In any case of letters: UTF-8, gb18030. */
  readonly encoding: string;
  readonly sidecar: Sidecar;
  readonly mode: ReadingMode;
}

/** Makes the source of a text; by default one in UTF-8 without a file. */
export function issueSource(text: string, known: Partial<Omit<IssueSource, 'text'>> = {}): IssueSource {
  return { path: '', encoding: 'UTF-8', sidecar: EMPTY_SIDECAR, mode: 'issue', ...known, text };
}

/** The last part of a path or of a file name, with its extension. */
export function fileNameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
