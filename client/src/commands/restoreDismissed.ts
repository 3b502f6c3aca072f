import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import { issueCommand } from './command';

/** Brings back every finding that was dismissed in the issue. */
export const restoreDismissed = issueCommand('galley.restoreDismissed', async (document, { server }) => {
  const restored = await server.request<number | null>(Method.restoreDismissed, { uri: document.uri.toString() });
  if (restored === null) return;
  void vscode.window.showInformationMessage(
    restored === 0
      ? vscode.l10n.t('No finding of this issue was dismissed.')
      : vscode.l10n.t('Dismissed findings brought back: {0}.', restored),
  );
});
