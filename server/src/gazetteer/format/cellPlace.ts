import type { Column, Header } from './columns';

/** Where a cell is in a file. */
export interface CellPlace {
  /** 1-based, as an editor shows them. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 code units from `column` on; 0 where something is missing. */
  readonly length: number;
}

/** Where the cell of a column is in a line of a dictionary; after the line's end where the line is shorter. */
export function cellPlace(column: Column, { line, text }: { line: number; text: string }, header: Header): CellPlace {
  const cells = text.split('\t');
  const at = header.indexOf(column);
  if (at < 0) return { line, column: 1, length: text.length };
  if (at >= cells.length) return { line, column: text.length + 1, length: 0 };
  const before = cells.slice(0, at).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { line, column: before + 1, length: cells[at]?.length ?? 0 };
}
