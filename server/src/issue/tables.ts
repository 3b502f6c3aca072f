import type { Block, Table } from './model';

/** Groups neighbouring blocks of tables, in Markdown or HTML, into tables with their rows. */
export function tablesOf(rest: readonly Block[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < rest.length; at++) {
    if (rest[at]?.kind !== 'table') continue;
    let end = at + 1;
    while (rest[end]?.kind === 'table' && !opensTable(rest[end])) end++;
    const blocks = rest.slice(at, end);
    const rows = rowsOf(blocks.map(({ line }) => line.printed));
    const last = blocks.at(-1) as Block;
    if (rows.length > 0) tables.push({ rows, span: { start: (rest[at] as Block).span.start, end: last.span.end } });
    at = end - 1;
  }
  return tables;
}

function opensTable(block: Block | undefined): boolean {
  return /^<table\b/i.test(block?.line.text ?? '');
}

function rowsOf(lines: readonly string[]): string[][] {
  if (!lines[0]?.startsWith('<')) return lines.filter((line) => !IS_RULE.test(line)).map(markdownCells);
  return lines
    .join('\n')
    .split(/<tr\b[^<>]*>/i)
    .slice(1)
    .map(htmlCells);
}

/** |---|:-:| — the line below the first row. */
const IS_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

/** A bar that belongs to a cell is written as \|. */
function markdownCells(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

function htmlCells(row: string): string[] {
  return row
    .split(/<t[dh]\b[^<>]*>/i)
    .slice(1)
    .map((cell) =>
      withoutEntities(cell.replace(/<[^<>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };

function withoutEntities(cell: string): string {
  return cell.replace(/&(nbsp|lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
