import type { ExportInput } from '../../server/src/export/exportIssue';
import { exportIssue } from '../../server/src/export/exportIssue';
import type { IssueExport } from '../../server/src/export/schema';
import { issueMetadata } from '../../server/src/issue/metadata';
import { createIssueService } from '../../server/src/service/service';

const service = createIssueService();

/** The export of a text, as if it had been read from a file. */
export function exported(
  text: string,
  { path = 'issue.txt', ...others }: { path?: string } & Partial<ExportInput> = {},
): IssueExport {
  const snapshot = service.snapshot(text);
  return exportIssue({
    snapshot,
    diagnostics: service.diagnostics(snapshot),
    mentions: service.mentions(snapshot),
    metadata: issueMetadata(snapshot.document, { fileName: path }),
    source: { path, sha256: '0'.repeat(64), encoding: 'utf-8' },
    offsetUnit: 'utf16',
    version: '0.0.0',
    ...others,
  });
}
