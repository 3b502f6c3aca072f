import { t } from '@vscode/l10n';
import { messageOf } from '../core/problems';
/** A cause that the user sees as one line, without a stack trace. Its message is in the user's language. */
export class Problem extends Error {}

/** What is said of an error in one line: that of a `Problem`, or that it was not expected. */
export function sentenceOf(error: unknown): string {
  return error instanceof Problem ? error.message : t('Unexpected error: {0}', String(error));
}

/** The system's error code (`ENOENT`, …) of what was thrown; empty where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Says which file an error is about. */
export async function naming<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Problem(`${path}: ${messageOf(error)}`, { cause: error });
  }
}
