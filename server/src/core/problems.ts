import { t } from '@vscode/l10n';

/** Problems that are reported for one file. */
const MAX_PROBLEMS = 10;

/**
 * The first ten problems and, if there are more, a line that counts the rest: a damaged file may have thousands. `total`
 * counts also those that are not in the list.
 */
export function firstProblems(problems: readonly string[], total = problems.length): string[] {
  const first = problems.slice(0, MAX_PROBLEMS);
  return total > first.length ? [...first, t('And {0} more.', total - first.length)] : first;
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What is wrong in one file, in sentences for the user. */
export interface ProblemList {
  /** Adds a problem. It is put into words only if it is among those that are reported. */
  add(inWords: () => string): void;
  /** As `firstProblems` gives them. */
  lines(): string[];
}

/** Makes an empty list. */
export function problemList(): ProblemList {
  const first: string[] = [];
  let total = 0;
  return {
    add(inWords) {
      if (++total <= MAX_PROBLEMS) first.push(inWords());
    },
    lines: () => firstProblems(first, total),
  };
}
