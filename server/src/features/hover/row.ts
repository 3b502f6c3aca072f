/** One line of a hover: what it is about, and what is known. Plain words; the caller escapes them. */
export interface HoverRow {
  readonly label: string;
  readonly text: string;
}

/** A row, or none where there is nothing to say. */
export function rowOf(label: string, text: string | undefined): HoverRow[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}
