import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import { Method } from '../../../server/src/lsp/protocol';
import { moveCursor } from '../selection';
import { issueCommand } from './command';

/** Moves the cursor to the headline of the next article. */
export const nextArticle = issueCommand('galley.nextArticle', async (document, { server }) => {
  const starts = await server.request<Position[]>(Method.articles, { uri: document.uri.toString() });
  moveCursor(
    document,
    starts.find(({ line }) => line > cursorLine(document)),
  );
});

/** Moves the cursor to the headline of this article, or of the one before where it is there already. */
export const previousArticle = issueCommand('galley.previousArticle', async (document, { server }) => {
  const starts = await server.request<Position[]>(Method.articles, { uri: document.uri.toString() });
  moveCursor(
    document,
    starts.findLast(({ line }) => line < cursorLine(document)),
  );
});

function cursorLine(document: vscode.TextDocument): number {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selection.active.line : 0;
}
