import { t } from '@vscode/l10n';
import type { Refusals } from '../host/outputCheck';

/** What is said of files that `--out` does not overwrite; `existing` is about one that the command did not write. */
export function refusals(existing: (path: string) => string): Refusals {
  return { input: (path) => t('{0} is one of the input files. Use --force to overwrite it.', path), existing };
}
