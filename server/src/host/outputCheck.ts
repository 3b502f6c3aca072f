import { t } from '@vscode/l10n';
import type { FileContent } from '../export/format';
import { bytesOf, hasSameBytes } from './fileBytes';
import { Problem } from './problem';

/** What an export must not overwrite. */
export interface PathGuard {
  /** The paths of the files that are read. */
  readonly inputs: readonly string[];
  /** Matches the beginning of files that may be replaced, because an earlier export wrote them. */
  readonly replaceable: RegExp;
  /** Whether everything may be overwritten. */
  readonly force?: boolean | undefined;
  /** What is said of files that must not be overwritten; what fits an export, where it is missing. */
  readonly refusals?: Refusals;
}

/** Sentences about paths that must not be written. */
export interface Refusals {
  input(path: string): string;
  /** Of a file that is there and may not be replaced. */
  existing(path: string): string;
}

const EXPORT_REFUSALS: Refusals = {
  input: (path) => t('{0} is one of the issues being exported.', path),
  existing: (path) => t('{0} already exists and was not written by an export in this format.', path),
};

/** Code units at the beginning of a file by which an earlier export is recognised. */
export const BEGINNING = 200;

/** The files that exports are written among. A path is one of a machine, or a URI. */
export interface CheckedFiles {
  /** Equal for two paths that may be the same file. */
  keyOf(path: string): string;
  /** Undefined if there is no file or it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Undefined if there is no file. Rejects with a `Problem` if it cannot be read. */
  beginningOf(path: string): Promise<string | undefined>;
}

/**
 * Makes a check that rejects with a `Problem` for a path that must not be written. Each path may be written once. A file that
 * has the new content may be written whatever it is.
 */
export function outputCheck(
  files: CheckedFiles,
  { inputs, force = false, refusals = EXPORT_REFUSALS }: PathGuard,
): {
  /** Throws a `Problem` for a path that has been written. */
  claim(path: string): void;
  check(path: string, replaceable: RegExp, content?: FileContent): Promise<void>;
} {
  const reserved = new Set(inputs.map((path) => files.keyOf(path)));
  const written = new Set<string>();
  const claim = (path: string): void => {
    const key = files.keyOf(path);
    if (written.has(key)) throw new Problem(t('{0} was already written for another issue.', path));
    written.add(key);
  };
  const check = async (path: string, replaceable: RegExp, content?: FileContent): Promise<void> => {
    claim(path);
    if (force) return;
    if (reserved.has(files.keyOf(path))) throw new Problem(refusals.input(path));
    if (/\.galley\.json$/i.test(path)) throw new Problem(t('{0} is the name of a sidecar.', path));
    const beginning = await files.beginningOf(path);
    if (beginning === undefined || replaceable.test(beginning)) return;
    if (content === undefined || !hasSameBytes(await files.read(path), bytesOf(content)))
      throw new Problem(refusals.existing(path));
  };
  return { claim, check };
}
