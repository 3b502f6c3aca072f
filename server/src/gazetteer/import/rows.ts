import { writtenLines } from '../format/dictionaryLines';
import { cellPlace } from '../format/cellPlace';
import { readRows } from '../format/readDictionary';
import type { Imported, ImportOptions, ImportSource } from './model';

/** Takes in a dictionary of Galley's own format, whose rows may name entries of other files. */
export function importRows({ dictionary, text }: ImportSource, { isKnown = () => false }: ImportOptions): Imported {
  const { header, rows, problems, untold } = readRows(dictionary, text, isKnown);
  const lines = new Map([...writtenLines(text)].map((written) => [written.line, written]));
  return {
    rows: rows.map(({ fields, line }) => ({
      fields,
      line,
      placeOf: (column) => cellPlace(column, lines.get(line) ?? { line, text: '' }, header),
    })),
    problems,
    untold,
    skipped: [],
  };
}
