import { createAnalyser } from '../../server/src/analysis/analyser';
import { DEFAULT_LABELS } from '../../server/src/annotations/labels/labels';
import type { Analysis } from '../../server/src/analysis/analysis';
import { exportIssue, type ExportOptions } from '../../server/src/export/exportIssue';
import type { ExportFormat } from '../../server/src/export/format';
import type { IssueExport } from '../../server/src/export/schema';
import { exportSingle } from '../../server/src/export/write';
import { issueSource, type IssueSource } from '../../server/src/source/issueSource';

const analyser = createAnalyser();

/** How tests export unless they say otherwise. */
export const OPTIONS: ExportOptions = {
  name: 'issue',
  sha256: '0'.repeat(64),
  offsetUnit: 'utf16',
  labels: DEFAULT_LABELS,
  version: '0.0.0',
};

/** The analysis of a text, as if it had been read from a file. */
export function analysisOf(text: string, source: Partial<Omit<IssueSource, 'text'>> = {}): Analysis {
  return analyser.analyse(issueSource(text, { path: 'issue.txt', ...source }));
}

/** What a format writes of an issue, without the files that go along with the main one; bytes as if they were UTF-8. */
export function written(format: ExportFormat, analysis: Analysis, options: Partial<ExportOptions> = {}): string {
  const all = { ...OPTIONS, ...options };
  const { content } = exportSingle(format, analysis, all);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The file that a format writes of an issue beside the main one, if there is one. */
export function writtenBeside(format: ExportFormat, analysis: Analysis): string | undefined {
  const file = [...format.files(analysis, OPTIONS)].find(({ isCompanion }) => isCompanion);
  return file && [...file.chunks].join('');
}

/** The export of a text. */
export function exported(
  text: string,
  {
    offsetUnit = OPTIONS.offsetUnit,
    version = OPTIONS.version,
    metadata,
    ...source
  }: Partial<Omit<IssueSource, 'text'> & ExportOptions & Pick<Analysis, 'metadata'>> = {},
): IssueExport {
  const analysis = analysisOf(text, source);
  return exportIssue(metadata ? { ...analysis, metadata } : analysis, { ...OPTIONS, offsetUnit, version });
}
