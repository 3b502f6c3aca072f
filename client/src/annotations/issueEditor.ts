import * as vscode from 'vscode';
import { isIssue } from '../served';

/**
 * The editor whose annotations the view shows: the active one if it has an issue, else the first that can be seen, because an
 * output or the text of a note takes the place of the active editor while the issue is still in sight.
 */
export function issueEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor && isIssue(activeTextEditor.document)
    ? activeTextEditor
    : visibleTextEditors.find(({ document }) => isIssue(document));
}
