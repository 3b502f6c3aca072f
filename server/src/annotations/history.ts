import type { Edit } from '../core/edit';
import { keyOf, layoutAfter, layoutOf, type Layout } from './anchor/layout';
import { isPlaced } from './model';
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
  const past = createPastTexts<{ readonly table: SpanTable; readonly at: number }>();
  /** How often spans were given other ends, and for each of them the last time. */
  let time = 0;
  const timeOf = new Map<string, number>();
  return {
    table: () => table,
    layout: () => layout,
    key: () => key,
    follow(edit, before, after) {
      past.remember(key, { table, at: time });
      layout = layoutAfter(layout, edit, after);
      key = keyOf(layout);
      const known = past.get(key);
      table = moveSpans(table, edit, before);
      if (known) {
        const { at } = known;
        const isOutdated = (id: string): boolean => (timeOf.get(id) ?? 0) > at;
        table =
          at === time && table.ids === known.table.ids ? known.table : withPlacesOf(table, known.table, isOutdated);
      }
    },
    set(next) {
      // What the past says of a span that was given other ends no longer holds.
      const moved = movedIn(next, table);
      if (moved.length > 0) time++;
      for (const id of moved) timeOf.set(id, time);
      table = next;
    },
  };
}

/** The rows of a table with the places that another table has for them, unless those are outdated. */
function withPlacesOf(table: SpanTable, other: SpanTable, isOutdated: (id: string) => boolean): SpanTable {
  const rows = rowsOf(other);
  const starts = Int32Array.from(table.starts);
  const ends = Int32Array.from(table.ends);
  const states = [...table.states];
  table.ids.forEach((id, row) => {
    const known = rows.get(id);
    if (known === undefined || isOutdated(id)) return;
    starts[row] = other.starts[known] ?? 0;
    ends[row] = other.ends[known] ?? 0;
    states[row] = other.states[known] ?? 'anchored';
  });
  return { ids: table.ids, starts, ends, states };
}

/** The rows that have a place in a table, and another place in the other. */
function movedIn(table: SpanTable, other: SpanTable): readonly string[] {
  const rows = rowsOf(other);
  return table.ids.filter((id, row) => {
    const known = rows.get(id);
    if (known === undefined || !isPlaced({ state: table.states[row] ?? 'orphaned' })) return false;
    return table.starts[row] !== other.starts[known] || table.ends[row] !== other.ends[known];
  });
}

function rowsOf({ ids }: SpanTable): ReadonlyMap<string, number> {
  return new Map(ids.map((id, row) => [id, row]));
}
