import * as vscode from 'vscode';
import type { Command } from './command';

/** Makes the active file an issue, for as long as the editor is open. */
export const treatAsIssue: Command = {
  id: 'galley.treatAsIssue',
  async run({ recognition }) {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await recognition.treatAs(document, 'issue');
  },
};
