import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { isServed } from '../served';

/**
 * The editor whose annotations the view shows: the active one if it has an issue, else the first that can be seen, because an
 * output or the text of a note takes the place of the active editor while the issue is still in sight.
 */
export function issueEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const isIssue = ({ document }: vscode.TextEditor): boolean =>
    document.languageId === LANGUAGE_ID && isServed(document);
  return activeTextEditor && isIssue(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isIssue);
}
