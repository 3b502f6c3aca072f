import * as vscode from 'vscode';
import type { Command } from './command';

/** Makes the active file plain text, for as long as the editor is open. */
export const treatAsPlainText: Command = {
  id: 'galley.treatAsPlainText',
  async run({ recognition }) {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await recognition.treatAs(document, 'plain');
  },
};
