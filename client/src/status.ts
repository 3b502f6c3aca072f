import * as vscode from 'vscode';
import { LANGUAGE_ID, type StatusParams } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** Shows, for the issue in the active editor, how many articles and findings it has; a click opens the problems. */
export function showStatus(server: Server): vscode.Disposable {
  const known = new Map<string, StatusParams>();
  const item = vscode.window.createStatusBarItem('galley.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Galley';
  item.command = 'workbench.actions.view.problems';

  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document?.languageId === LANGUAGE_ID ? known.get(document.uri.toString()) : undefined;
    if (!status) {
      item.hide();
      return;
    }
    item.text = vscode.l10n.t('$(book) {0} articles · {1} findings', status.articles, status.findings);
    item.tooltip = vscode.l10n.t(
      'Galley: {0} articles and {1} findings in this issue. Click to list the findings.',
      status.articles,
      status.findings,
    );
    item.show();
  };

  return vscode.Disposable.from(
    item,
    server.onStatus((status) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      update();
    }),
  );
}
