import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { REPORT_WORK } from '../../export/issueWork';
import type { IssueFacts } from '../../export/report/facts';
import { createSummary } from '../../export/report/summary';
import type { ExportWorkspaceResult, ReportWorkspaceParams } from '../protocol';
import { workspaceIssues } from './workspaceIssues';
import { workOnWorkspace, type WorkspaceWork, type WritingTarget } from './workspaceWork';

/**
 * Writes a report on every issue of the workspace into one file, as `galley report` does; null if the user cancelled it. What
 * cannot be read is among the problems, and the report is on the others.
 */
export async function reportWorkspace(
  { target }: ReportWorkspaceParams,
  workspace: WorkspaceWork,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const found = await workspaceIssues(workspace);
  const inputs = found.items.map(({ uri }) => uri);
  const open = async (): Promise<WritingTarget<IssueFacts>> => {
    // The user has named this file, and agreed to replace it if it exists.
    const file = await workspace.output.file(target, { inputs, replaceable: /^/ });
    const builder = createSummary();
    return {
      take(facts) {
        builder.add(facts);
        return Promise.resolve(undefined);
      },
      async end() {
        // Charts take a moment to load.
        const { reportPage } = await import('../../export/report/page');
        for (const chunk of reportPage(builder.summary(), version)) await file.write(chunk);
        await file.close();
      },
      discard: () => file.discard(),
    };
  };
  const order = {
    title: t('Writing the report'),
    work: REPORT_WORK,
    name: 'report' as const,
    text: 'corrected' as const,
    options: { offsetUnit: 'utf16' as const },
    open,
  };
  return workOnWorkspace(found, order, workspace, signal);
}
