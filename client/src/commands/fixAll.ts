import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import { Method } from '../../../server/src/lsp/protocol';
import { editorRange } from '../ranges';
import { say } from '../say';
import { issueCommand } from './command';

/** Applies every safe fix to the issue, in one step of undo, and says how much was done. */
export const fixAll = issueCommand('galley.fixAll', async (document, { server }) => {
  const { version } = document;
  const edits = await server.request<TextEdit[]>(Method.fixAll, { uri: document.uri.toString() });
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no safe fixes to apply in this issue.'));
    return;
  }
  if (document.version !== version) return;
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(editorRange(range), newText)),
  );
  await vscode.workspace.applyEdit(change);
  say(vscode.l10n.t('Safe fixes applied: {0}.', edits.length));
});
