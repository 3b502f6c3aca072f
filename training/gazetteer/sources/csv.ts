/**
 * The rows of a CSV file (RFC 4180: quoted cells may hold commas, line ends and doubled quotes), as records by the names of
 * the first row.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    const [whole, cell = '', end = ''] = match;
    if (whole === '' && match.index === text.length) break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows;
}
