import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Characters above which a selection is a passage and no name. */
const LONGEST = 40;

/** Offers to add what is selected to the dictionary, beside the repairs of the server. */
export function offerDictionary(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: LANGUAGE_ID },
    {
      provideCodeActions(document, range) {
        const name = document.getText(range).trim();
        if (name === '' || name.length > LONGEST) return [];
        const title = vscode.l10n.t('Add “{0}” to the dictionary…', name);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
        action.command = { title, command: 'galley.addToDictionary' };
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.Refactor] },
  );
}
