import { extentOfRow, type Extent } from '../extents';
import type { IndexedIssue } from '../issueIndex';

/** Where one issue names something. */
export interface IssueOccurrences {
  readonly uri: string;
  /** See `IssueRecord.isUtf8`. */
  readonly isUtf8: boolean;
  readonly extents: readonly Extent[];
}

/** Occurrences in many issues as a few long lists: ten thousand small objects are slow to send from thread to thread. */
export interface PackedOccurrences {
  readonly uris: readonly string[];
  readonly areUtf8: readonly boolean[];
  /** How many occurrences each issue has. */
  readonly counts: readonly number[];
  /** Lines and columns of start and end of each, four numbers in a row. */
  readonly places: Uint32Array;
}

/** Packs what rows of issues cover. */
export function packOccurrences(found: readonly (readonly [IndexedIssue, readonly number[]])[]): PackedOccurrences {
  const places = new Uint32Array(found.reduce((sum, [, rows]) => sum + rows.length, 0) * 4);
  let at = 0;
  for (const [issue, rows] of found)
    for (const row of rows) {
      const { start, end } = extentOfRow(issue, row);
      places[at++] = start.line;
      places[at++] = start.column;
      places[at++] = end.line;
      places[at++] = end.column;
    }
  return {
    uris: found.map(([{ uri }]) => uri),
    areUtf8: found.map(([{ isUtf8 }]) => isUtf8),
    counts: found.map(([, rows]) => rows.length),
    places,
  };
}

/** What was packed, issue by issue. */
export function unpackOccurrences({ uris, areUtf8, counts, places }: PackedOccurrences): IssueOccurrences[] {
  let at = 0;
  const next = (): number => places[at++] ?? 0;
  const position = () => ({ line: next(), column: next() });
  return uris.map((uri, index) => ({
    uri,
    isUtf8: areUtf8[index] === true,
    extents: Array.from({ length: counts[index] ?? 0 }, () => ({ start: position(), end: position() })),
  }));
}
