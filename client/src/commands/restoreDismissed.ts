import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import { issueCommand } from './command';

/** Brings back every finding that was dismissed in the issue. */
export const restoreDismissed = issueCommand('galley.restoreDismissed', async (document, { server }) => {
  const restored = await server.request<number | null>(Method.restoreDismissed, { uri: document.uri.toString() });
  if (restored === null) return;
  void vscode.window.showInformationMessage(
    restored === 0
      ? vscode.l10n.t('No findings in this issue have been dismissed.')
      : vscode.l10n.t('Dismissed findings restored: {0}.', restored),
  );
});
