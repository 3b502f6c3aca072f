import type { Analysis } from '../analysis/analysis';
import { leftOutSentence } from './annotations/leftOut';
import type { ExportOptions } from './exportIssue';
import type { ExportFormat } from './format';
import { EXPORT_FORMATS } from './formats/index';
import { factsOf, type IssueFacts } from './report/facts';
import { filesOfIssue, type IssueFiles } from './write';

/** What is made of each issue of an archive. */
export interface IssueWork<Result> extends Pick<ExportFormat, 'needs' | 'refuses'> {
  /** Makes it as plain data, so that another thread can do it. `options` names the issue. */
  make(analysis: Analysis, options: ExportOptions): Result;
}

/** Names work in a message to another thread: the id of an export format, or the report. */
export type IssueWorkName = { readonly format: string } | 'report';

/** The export of an issue. */
export interface ExportedIssue {
  readonly files: IssueFiles;
  /** A sentence on the annotations that its format leaves out. */
  readonly leftOut?: string | undefined;
}

/** Work that makes the files of an issue in a format. `shown` makes of its path the one for the user. */
export function exportWork(
  format: ExportFormat,
  shown: (path: string) => string = (path) => path,
): IssueWork<ExportedIssue> {
  return {
    needs: format.needs,
    ...(format.refuses && { refuses: format.refuses }),
    make: (analysis, options) => ({
      files: filesOfIssue(format, analysis, options),
      leftOut: leftOutSentence(format, analysis, { path: shown(analysis.source.path) }),
    }),
  };
}

/** Work that gathers what the report on an archive needs of an issue. */
export const REPORT_WORK: IssueWork<IssueFacts> = {
  needs: ['diagnostics', 'mentions'],
  make: (analysis) => factsOf(analysis, analysis.source.path),
};

/** The work of a name; undefined if there is no such format. */
export function workNamed(name: IssueWorkName): IssueWork<unknown> | undefined {
  if (name === 'report') return REPORT_WORK;
  const format = EXPORT_FORMATS.find(({ id }) => id === name.format);
  return format && exportWork(format);
}
