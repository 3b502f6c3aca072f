import { t } from '@vscode/l10n';

/**
 * Lines of the longest issue that is read. An issue has some thousand; a text of several million short lines would take
 * minutes and gigabytes.
 */
export const MAX_LINES = 500_000;

/** Whether a text has more than `MAX_LINES` lines; CR, LF and CRLF end one. */
export function hasTooManyLines(text: string): boolean {
  const end = /\r\n?|\n/g;
  for (let lines = 1; end.test(text); lines++) if (lines === MAX_LINES) return true;
  return false;
}

/** What to tell the user about a text with too many lines, in one sentence. */
export function tooManyLines(): string {
  return t('It has more than {0} lines, too many for an issue.', MAX_LINES);
}
