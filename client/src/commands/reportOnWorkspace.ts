import * as vscode from 'vscode';
import { Method, type ExportWorkspaceResult, type ReportWorkspaceParams } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

/** Has the server write a report on the workspace into a file that the user names, and offers to open it in a browser. */
export const reportOnWorkspace: Command = {
  id: 'galley.reportOnWorkspace',
  async run({ server }) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const uri = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Where to save the report'),
      filters: { HTML: ['html'] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'galley-report.html') } : {}),
    });
    if (!uri) return;
    const params: ReportWorkspaceParams = { target: uri.toString() };
    const result = await server.request<ExportWorkspaceResult | null>(Method.reportWorkspace, params);
    if (!result) return;
    const { exported, problems } = result;
    for (const problem of problems) server.output.warn(problem);
    const [open, output] = [vscode.l10n.t('Open in Browser'), vscode.l10n.t('Show Output')];
    const [problem] = problems;
    const chosen =
      exported === 0 && problem !== undefined
        ? await vscode.window.showWarningMessage(problem, output)
        : problem === undefined
          ? await vscode.window.showInformationMessage(vscode.l10n.t('Report saved. Files: {0}.', exported), open)
          : await vscode.window.showWarningMessage(
              vscode.l10n.t('Report saved. Files: {0}. Files that could not be read: {1}.', exported, problems.length),
              open,
              output,
            );
    if (chosen === open) await vscode.env.openExternal(uri);
    if (chosen === output) server.output.show();
  },
};
