import { exportIssue, type ExportOptions } from '../../server/src/export/exportIssue';
import type { IssueExport } from '../../server/src/export/schema';
import { issueSource, type IssueSource } from '../../server/src/source/issueSource';
import type { Analysis } from '../../server/src/analysis/analysis';
import { createAnalyser } from '../../server/src/analysis/analyser';

const analyser = createAnalyser();

/** The export of a text, as if it had been read from a file. */
export function exported(
  text: string,
  {
    offsetUnit = 'utf16',
    version = '0.0.0',
    path = 'issue.txt',
    metadata,
    ...source
  }: Partial<Omit<IssueSource, 'text'> & ExportOptions & Pick<Analysis, 'metadata'>> = {},
): IssueExport {
  const analysis = analyser.analyse(issueSource(text, { path, ...source }));
  return exportIssue(metadata ? { ...analysis, metadata } : analysis, { sha256: '0'.repeat(64), offsetUnit, version });
}
