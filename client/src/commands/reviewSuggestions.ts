import * as vscode from 'vscode';
import { Method, type SuggestionsResult } from '../../../server/src/lsp/protocol';
import { editorRange } from '../ranges';
import { issueCommand } from './command';

/** Shows all suggested fixes of the issue in the refactor preview, where each can be ticked on or off. */
export const reviewSuggestions = issueCommand('galley.reviewSuggestions', async (document, { server }) => {
  const suggested = await server.request<SuggestionsResult>(Method.suggestions, { uri: document.uri.toString() });
  if (!suggested) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no suggested fixes for this issue.'));
    return;
  }
  await vscode.workspace.applyEdit(previewOf(document.uri, suggested), { isRefactoring: true });
});

function previewOf(
  uri: vscode.Uri,
  { documentChanges = [], changeAnnotations = {} }: NonNullable<SuggestionsResult>,
): vscode.WorkspaceEdit {
  const preview = new vscode.WorkspaceEdit();
  for (const change of documentChanges) {
    if (!('edits' in change)) continue;
    for (const edit of change.edits) {
      if (!('newText' in edit)) continue;
      const annotation = 'annotationId' in edit ? changeAnnotations[edit.annotationId] : undefined;
      const label = annotation?.label ?? '';
      preview.replace(uri, editorRange(edit.range), edit.newText, { label, needsConfirmation: true });
    }
  }
  return preview;
}
