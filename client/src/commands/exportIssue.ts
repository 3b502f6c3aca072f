import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../../server/src/export/index';
import { Method, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol';
import { issueCommand } from './command';
import { offsetUnit, withExtension } from '../exporting';

/** Exports the issue in a format of the user's choice and opens the result. */
export const exportIssue = issueCommand('galley.exportIssue', async (document, { server }) => {
  const format = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map(({ id, title, extension }) => ({ label: vscode.l10n.t(title), id, extension })),
    { placeHolder: vscode.l10n.t('In which format?') },
  );
  if (!format) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: withExtension(document.uri, format.extension),
    filters: { [format.label]: [format.extension.slice(1)] },
  });
  if (!target) return;
  const params: ExportParams = {
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    format: format.id,
    offsetUnit: offsetUnit(),
  };
  const { text, problem } = await server.request<ExportResult>(Method.export, params);
  if (text === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The issue could not be exported: {0}', problem ?? ''));
    return;
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(target, { preview: false });
});
