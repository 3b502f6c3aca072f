import * as vscode from 'vscode';
import { changeStructure, selectionIn } from '../structure';
import { issueCommand, type Command } from './command';

export const moveBlockUp = moveCommand('galley.moveBlockUp', 'block', 'up');
export const moveBlockDown = moveCommand('galley.moveBlockDown', 'block', 'down');
export const moveArticleUp = moveCommand('galley.moveArticleUp', 'article', 'up');
export const moveArticleDown = moveCommand('galley.moveArticleDown', 'article', 'down');

/** Moves what is at the cursor, and the cursor with it. */
function moveCommand(id: string, what: 'block' | 'article', direction: 'up' | 'down'): Command {
  return issueCommand(id, async (document, { server }) => {
    const range = selectionIn(document);
    const moved = await changeStructure(server, document, { kind: 'move', range, what, direction });
    const editor = vscode.window.activeTextEditor;
    if (!moved?.position || editor?.document !== document) return;
    const at = new vscode.Position(moved.position.line, moved.position.character);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
}
