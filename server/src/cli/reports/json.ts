import type { Diagnostic } from '../../core/diagnostic';
import { visibleJson } from '../../core/visible';
import { regionOf, type CheckedFile, type Report } from './report';

/** The native format, for scripts: one file a line between the opening and the closing one. */
export function json(): Report {
  return {
    begin: '{"version":1,"files":[',
    between: ',',
    file: (checked) => `\n${visibleJson(fileOf(checked))}`,
    end: () => '\n]}\n',
  };
}

function fileOf({ analysis: { source, document }, diagnostics }: CheckedFile): object {
  return {
    path: source.path,
    diagnostics: diagnostics.map((diagnostic) => {
      const { line, column } = regionOf(document, diagnostic.span);
      return { ...headOf(diagnostic), line, column, ...placesOf(diagnostic), fixes: diagnostic.fixes };
    }),
  };
}

function headOf({ rule, severity, message, span }: Diagnostic): object {
  return { rule, severity, message, start: span.start, end: span.end };
}

function placesOf({ occurrences }: Diagnostic): object {
  return occurrences ? { occurrences: occurrences.map((one) => one.span) } : {};
}
