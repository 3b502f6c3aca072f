import { t } from '@vscode/l10n';

/** One line of a hover: what it is about, and what is known. Plain words; the caller escapes them. */
export interface HoverRow {
  readonly label: string;
  readonly text: string;
  /** A page of the web that says more; made by Galley, never taken from a text. */
  readonly uri?: string;
}

/** A row, or none where there is nothing to say. */
export function rowOf(label: string, text: string | undefined): HoverRow[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}

/** Several things in one row, with the marks of the user's language. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((list, item) => t('{0}; {1}', list, item));
}
