import type { Analysis } from '../../../analysis/analysis';
import { visibleLines } from '../../../core/visible';
import type { ExportOptions } from '../../exportIssue';
import type { ExportFormat, HeaderOptions } from '../../format';
import type { OffsetUnit, Range } from '../../schema';

/** What a cell may have; nothing is written where it is undefined. */
export type Cell = string | number | boolean | undefined;

/** A table of CSV: what its rows are, and what each column has of a row. */
export interface Table<Row> {
  /** The last part of the format's id and of its file names: articles. */
  readonly name: string;
  readonly title: string;
  readonly needs: ExportFormat['needs'];
  readonly fields: NonNullable<ExportFormat['fields']>;
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
  /** Where a row is in the file, as its last two columns; undefined where it has no place. */
  readonly range: (row: Row) => Range | undefined;
  /** In text order, each made when it is asked for. */
  readonly rows: (analysis: Analysis, options: ExportOptions) => Iterable<Row>;
}

/**
 * Makes the format of a table: CSV as in RFC 4180, in UTF-8, with a line of column names. Every row begins with the name of its
 * issue, the newspaper and the date, so that tables of many issues can be put together.
 */
export function csvFormat<Row>({ name, title, needs, fields, columns, range, rows }: Table<Row>): ExportFormat {
  const names = (unit: OffsetUnit): string[] => [
    ...['issue', 'newspaper', 'date'],
    ...Object.keys(columns),
    ...[`start_${unit}`, `end_${unit}`],
  ];
  const cells = Object.values(columns);
  return {
    id: `csv-${name}`,
    title,
    extension: `.${name}.csv`,
    mimeType: 'text/csv',
    needs,
    workspaceTarget: 'file',
    fields: { issue: 'issue, newspaper, date', ...fields, offsets: 'start, end' },
    // Only the beginning of a file is looked at.
    signature: new RegExp(`^\\uFEFF?${names('utf16').slice(0, TELLING_COLUMNS).join(',')},`),
    isTable: true,
    header: ({ offsetUnit, spreadsheet = false }) => (spreadsheet ? '\uFEFF' : '') + line(names(offsetUnit), {}),
    *files(analysis, options) {
      yield { name: `${options.name}.${name}.csv`, chunks: lines(analysis, options) };
    },
  };

  function* lines(analysis: Analysis, options: ExportOptions): Generator<string> {
    const { newspaper, date } = analysis.metadata;
    for (const row of rows(analysis, options)) {
      const { start, end } = range(row) ?? {};
      yield line([options.name, newspaper, date?.value, ...cells.map((cell) => cell(row)), start, end], options);
    }
  }
}

/** So many columns tell one table from the others. */
const TELLING_COLUMNS = 6;

function line(cells: readonly Cell[], options: Pick<HeaderOptions, 'spreadsheet'>): string {
  return `${cells.map((cell) => field(cell, options)).join(',')}\r\n`;
}

function field(cell: Cell, { spreadsheet = false }: Pick<HeaderOptions, 'spreadsheet'>): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = visibleLines(cell.replace(/\r\n?/g, '\n'));
  const guarded = spreadsheet && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Spreadsheet programs compute what begins so. Some take full-width marks for the same. */
const FORMULA = /^[=+\-@\t\n＝＋－＠]/;
