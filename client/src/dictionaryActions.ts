import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Characters above which a selection is a passage and no name. */
const LONGEST = 40;

/** Offers to add what is selected, or what a finding at the cursor is about, to the dictionary. */
export function offerDictionary(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: LANGUAGE_ID },
    {
      provideCodeActions(document, range, { diagnostics }) {
        const finding = diagnostics.find(({ source }) => source === 'galley');
        const name = document.getText(range.isEmpty ? finding?.range : range).trim();
        if ((range.isEmpty && !finding) || name.length < 2 || name.length > LONGEST) return [];
        const title = vscode.l10n.t('Add “{0}” to the dictionary…', name);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
        action.command = { title, command: 'galley.addToDictionary', arguments: [document.uri, name] };
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.Refactor] },
  );
}
