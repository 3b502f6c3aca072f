/** A cell of a CSV file with its place. */
export interface CsvCell {
  readonly text: string;
  /** 1-based; a quoted cell may go on over several lines. */
  readonly line: number;
  readonly column: number;
}

/**
 * The records of a CSV file (RFC 4180: cells may be in double quotes, which are doubled within). Cells are separated by
 * whichever of comma, semicolon and tab the first line has most of. Empty lines are left out. Never throws.
 */
export function csvRecords(text: string): CsvCell[][] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const separator = separatorOf(text.slice(start, start + text.slice(start).search(/[\r\n]|$/)));
  const records: CsvCell[][] = [];
  let record: CsvCell[] = [];
  let line = 1;
  let lineStart = start;
  for (let at = start; at < text.length;) {
    const position = { line, column: at - lineStart + 1 };
    const end = text[at] === '"' ? endOfQuoted(text, at) : at;
    const stop = endOfCell(text, end, separator);
    record.push({
      ...position,
      text: (text.slice(at, end) ? unquoted(text.slice(at, end)) : '') + text.slice(end, stop),
    });
    for (let brk = text.indexOf('\n', at); brk >= 0 && brk < stop; brk = text.indexOf('\n', brk + 1)) {
      line++;
      lineStart = brk + 1;
    }
    at = stop;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    lineStart = at;
    if (record.some((cell) => cell.text.trim() !== '')) records.push(record);
    record = [];
  }
  return records;
}

function separatorOf(line: string): string {
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** After the closing quotation mark; the end of the text where there is none. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1;
  return text.length;
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at++;
  return at;
}

function unquoted(cell: string): string {
  return cell.replace(/^"|"$/g, '').replaceAll('""', '"');
}
