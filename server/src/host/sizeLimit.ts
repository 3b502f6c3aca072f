import { t } from '@vscode/l10n';
import { Problem } from './problem';

/** Bytes of the largest file that is read, and of standard input. A newspaper issue has a few hundred thousand. */
export const MAX_BYTES = 64 << 20;

/** What is thrown where more bytes are to be read than are allowed. */
export function tooLarge(maxBytes: number): Problem {
  return new Problem(t('It is larger than {0} MiB.', maxBytes >> 20));
}
