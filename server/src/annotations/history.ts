import type { Edit } from '../core/edit';
import { keyOf, layoutAfter, layoutOf, type Layout } from './anchor/layout';
import { createPastTexts } from './pastTexts';
import { moveSpans, type SpanTable } from './track';

/** Spans that follow the edits of one text. Undo and redo give each span the exact place that it had in that text. */
export interface SpanHistory {
  table(): SpanTable;
  /** What the sidecar stores of the lines of the text. */
  layout(): Layout;
  /** Tells the text from the other texts of its document. */
  key(): string;
  /** Follows one edit, which has made `after` of `before`. */
  follow(edit: Edit, before: string, after: string): void;
  /** Replaces the table: annotations were added, removed or given other ends. */
  set(table: SpanTable): void;
}

/**
 * Starts to follow the edits of a text. Moving alone cannot bring back what was deleted; therefore the tables of the last
 * 200 texts are kept, and taken when the text is the same again.
 */
export function createSpanHistory(text: string, initial: SpanTable): SpanHistory {
  let table = initial;
  let layout = layoutOf(text);
  let key = keyOf(layout);
  const past = createPastTexts<SpanTable>();
  return {
    table: () => table,
    layout: () => layout,
    key: () => key,
    follow(edit, before, after) {
      past.remember(key, table);
      layout = layoutAfter(layout, edit, after);
      key = keyOf(layout);
      const known = past.get(key);
      table = moveSpans(table, edit, before);
      if (known) table = withPlacesOf(table, known);
    },
    set(next) {
      // What the past says of a span that was given other ends no longer holds.
      if (hasOtherSpans(next, table)) past.clear();
      table = next;
    },
  };
}

/** The rows of a table with the places that another table has for them. */
function withPlacesOf(table: SpanTable, other: SpanTable): SpanTable {
  if (table.ids === other.ids) return other;
  const rows = new Map(other.ids.map((id, row) => [id, row]));
  const starts = Int32Array.from(table.starts);
  const ends = Int32Array.from(table.ends);
  const states = [...table.states];
  table.ids.forEach((id, row) => {
    const known = rows.get(id);
    if (known === undefined) return;
    starts[row] = other.starts[known] ?? 0;
    ends[row] = other.ends[known] ?? 0;
    states[row] = other.states[known] ?? 'anchored';
  });
  return { ids: table.ids, starts, ends, states };
}

/** Whether a table places some row of another differently. */
function hasOtherSpans(table: SpanTable, other: SpanTable): boolean {
  const rows = new Map(other.ids.map((id, row) => [id, row]));
  return table.ids.some((id, row) => {
    const known = rows.get(id);
    return known !== undefined && (table.starts[row] !== other.starts[known] || table.ends[row] !== other.ends[known]);
  });
}
