import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import { editorRange } from './ranges';

/** Selects a range of an editor, and scrolls to it where it is out of sight. */
export function selectRange(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Moves the cursor to a position of a document, if there is one and the document is in the active editor. */
export function moveCursor(document: vscode.TextDocument, position: Position | undefined): void {
  const editor = vscode.window.activeTextEditor;
  if (position && editor?.document === document) selectRange(editor, editorRange({ start: position, end: position }));
}
