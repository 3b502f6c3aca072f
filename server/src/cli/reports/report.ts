import type { Analysis } from '../../analysis/analysis';
import type { Diagnostic, Severity } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import type { IssueDocument } from '../../issue/model';

/** One file with those of its diagnostics that are reported, in the order of the text. */
export interface CheckedFile {
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a whole run found. */
export interface Totals {
  readonly files: number;
  readonly found: Readonly<Record<Severity, number>>;
  /** Whether every input could be read. */
  readonly complete: boolean;
}

/** A format of `galley check`: the text that opens the report, that of each file in turn, and what closes it. */
export interface Report {
  readonly begin: string;
  /** Goes between the texts of two files that have one. */
  readonly between: string;
  file(checked: CheckedFile): string;
  end(totals: Totals): string;
}

/** How a report is printed. */
export interface ReportOptions {
  readonly colours: boolean;
}

/** Where a span begins and ends, as people count: lines and columns from 1, columns in UTF-16 code units. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The region of a span. */
export function regionOf({ lines }: IssueDocument, { start, end }: Span): Region {
  const first = lines.positionAt(start);
  const last = lines.positionAt(end);
  return { line: first.line + 1, column: first.column + 1, endLine: last.line + 1, endColumn: last.column + 1 };
}
