import { parse } from 'csv-parse/sync';

/** The rows of a CSV file (RFC 4180), as records by the names of the first row. A row may have too many or too few cells. */
export function readCsv(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, relaxColumnCount: true, skipEmptyLines: true });
}
