import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

/** An invented page with damage of many kinds. */
const SAMPLE = 'test/corpus/ycrb-20240518-01.txt';

/** Opens a copy of the sample page that is saved nowhere, so that the user can try everything. */
export const openSample: Command = {
  id: 'galley.openSample',
  async run({ extensionUri }) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, SAMPLE));
    const document = await vscode.workspace.openTextDocument({
      language: LANGUAGE_ID,
      content: new TextDecoder().decode(bytes),
    });
    await vscode.window.showTextDocument(document);
  },
};
