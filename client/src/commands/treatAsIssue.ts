import * as vscode from 'vscode';
import type { Command } from './command';

/** Makes the file that a menu names, else the active one, an issue for as long as the editor is open, and shows it. */
export const treatAsIssue: Command = {
  id: 'galley.treatAsIssue',
  async run({ recognition }, given) {
    const document =
      given instanceof vscode.Uri
        ? (await vscode.window.showTextDocument(given)).document
        : vscode.window.activeTextEditor?.document;
    if (document) await recognition.treatAs(document, 'issue');
  },
};
