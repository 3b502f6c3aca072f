import { COLUMNS } from '../format/columns';
import type { MergedRow } from './mergeRows';

/**
 * The text of a dictionary: comments, a header with the columns that hold something, and the rows sorted by type and id, each
 * person before the posts.
 */
export function printDictionary(rows: readonly MergedRow[], comments: readonly string[]): string {
  const columns = COLUMNS.filter((column) => rows.some(({ fields }) => fields[column] !== undefined));
  const sorted = rows
    .map((row) => ({
      key: sortKey(row),
      line: columns
        .map((column) => row.fields[column] ?? '')
        .join('\t')
        .trimEnd(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines = [...comments, columns.join('\t'), ...sorted.map(({ line }) => line)];
  return lines.map((line) => `${line}\n`).join('');
}

/** Different for each row. An id begins with its type, and a tab sorts before any character of a cell. */
function sortKey({ type, id, fields: { from, to, office, organisation, place } }: MergedRow): string {
  return type === 'post' ? [id, from, to, office, organisation, place].join('\t') : id;
}
