import { t } from '@vscode/l10n';
import { COLUMNS, keyOf, listIn, type Column, type Fields, type RowType } from '../format/columns';
import type { DictionaryProblem } from '../format/readDictionary';
import type { ImportedRow } from '../import/model';
import type { EntityId } from '../model';

/** A row of one of several tables. */
export interface PlacedRow extends ImportedRow {
  readonly dictionary: string;
  readonly type: RowType;
  /** The entry's id; for a post that of its person. */
  readonly id: EntityId;
}

/** What all tables say of one entry, or of one post. */
export interface MergedRow {
  readonly type: RowType;
  readonly id: EntityId;
  readonly fields: Fields;
  /** Where the tables first have the cell of a column. */
  placeOf(column: Column): Omit<DictionaryProblem, 'message'>;
}

/** Columns whose different values are all kept, and what is between them. */
const JOINED: Partial<Record<Column, string>> = {
  aliases: '|',
  successors: '|',
  members: '|',
  source: '；',
  note: '；',
};

/**
 * Merges the rows that describe the same entry or post, in the order of the first. A cell that is empty in one row is taken
 * from another; lists, sources and notes are joined; any other difference is a conflict. A row that repeats an earlier one
 * is in `repeated`, except that of a person to whom a table gives one more post.
 */
export function mergeRows(rows: readonly PlacedRow[]): {
  readonly rows: readonly MergedRow[];
  readonly conflicts: readonly DictionaryProblem[];
  readonly repeated: readonly DictionaryProblem[];
} {
  const merged = new Map<string, Merging>();
  const conflicts: DictionaryProblem[] = [];
  const repeated: DictionaryProblem[] = [];
  rows.forEach((row, at) => {
    const key = keyOf(row.fields);
    const before = merged.get(key);
    if (!before) {
      merged.set(key, { first: row, fields: { ...row.fields }, from: new Map() });
      return;
    }
    const { first } = before;
    if (!bringsPost(row, rows[at + 1], first)) {
      const place = `${first.dictionary}:${first.line}`;
      const message =
        row.type === 'post'
          ? t('The same post is in {0}. The rows were merged.', place)
          : t('The entry {0} is also in {1}. The rows were merged.', row.id, place);
      repeated.push({ ...placed(row, 'name'), message });
    }
    conflicts.push(...takeFields(before, row));
  });
  return { rows: [...merged.values()].map(mergedRow), conflicts, repeated };
}

interface Merging {
  readonly first: PlacedRow;
  readonly fields: Partial<Record<Column, string>>;
  /** The rows that gave cells which the first has not. */
  readonly from: Map<Column, PlacedRow>;
}

/** Whether a row only says again to whom the post of the next row belongs. */
function bringsPost(row: PlacedRow, next: PlacedRow | undefined, first: PlacedRow): boolean {
  return (
    row.dictionary === first.dictionary &&
    next?.type === 'post' &&
    next.dictionary === row.dictionary &&
    next.line === row.line
  );
}

function takeFields({ first, fields, from }: Merging, row: PlacedRow): DictionaryProblem[] {
  return COLUMNS.flatMap((column): readonly DictionaryProblem[] => {
    const before = fields[column];
    const cell = row.fields[column];
    // The id decided that the rows belong together, with or without its type.
    if (cell === undefined || cell === before || column === 'id') return [];
    if (before === undefined) {
      fields[column] = cell;
      from.set(column, row);
      return [];
    }
    const joint = JOINED[column];
    if (joint !== undefined) {
      const partsOf = (text: string): readonly string[] => (joint === '|' ? listIn(text) : text.split(joint));
      fields[column] = [...new Set([...partsOf(before), ...partsOf(cell)])].join(joint);
      return [];
    }
    const other = placed(from.get(column) ?? first, column);
    const place = `${other.dictionary}:${other.line}:${other.column}`;
    const message = t(
      '“{0}” differs from “{1}” in {2}. Correct one of them or, if they are different entries, give each an id.',
      cell,
      before,
      place,
    );
    return [{ ...placed(row, column), message }];
  });
}

function mergedRow({ first, fields, from }: Merging): MergedRow {
  return { type: first.type, id: first.id, fields, placeOf: (column) => placed(from.get(column) ?? first, column) };
}

function placed(row: PlacedRow, column: Column): Omit<DictionaryProblem, 'message'> {
  return { dictionary: row.dictionary, ...row.placeOf(column) };
}
