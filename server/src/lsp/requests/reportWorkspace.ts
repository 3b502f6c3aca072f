import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { factsOf } from '../../export/report/facts';
import { createSummary } from '../../export/report/summary';
import type { ExportWorkspaceResult, ReportWorkspaceParams } from '../protocol';
import { writeItems, type WorkspaceExport, type WritingTarget } from './exportWorkspace';
import { workspaceIssues } from './workspaceIssues';

/**
 * Writes a report on every issue of the workspace into one file, as `galley report` does; null if the user cancelled it. What
 * cannot be read is among the problems, and the report is on the others.
 */
export async function reportWorkspace(
  { target }: ReportWorkspaceParams,
  workspace: WorkspaceExport,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const { items, unread } = await workspaceIssues(workspace);
  const inputs = items.map(({ uri }) => uri);
  const open = async (): Promise<WritingTarget> => {
    // The user has named this file, and agreed to replace it if it exists.
    const file = await workspace.output.file(target, { inputs, replaceable: /^/ });
    const builder = createSummary();
    return {
      writer: {
        issue: (analysis) => {
          builder.add(factsOf(analysis, analysis.source.path));
          return Promise.resolve();
        },
        async end() {
          // Charts take a moment to load.
          const { reportPage } = await import('../../export/report/page');
          for (const chunk of reportPage(builder.summary(), version)) await file.write(chunk);
          await file.close();
        },
      },
      discard: () => file.discard(),
    };
  };
  const result = await writeItems(
    items,
    {
      title: t('Writing the report'),
      format: { needs: ['diagnostics', 'mentions'] },
      open,
      options: { offsetUnit: 'utf16' },
      text: 'corrected',
    },
    workspace,
    signal,
  );
  return result && { ...result, problems: [...unread, ...result.problems] };
}
