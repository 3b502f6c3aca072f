import * as vscode from 'vscode';
import type { AnnotationStore } from './store';

/**
 * Tells the key bindings whether “undo” reverts a change of annotations: as long as the text is the one in which it was
 * made. An edit of the text takes precedence, until it is reverted itself.
 */
export function followUndo(store: AnnotationStore): vscode.Disposable {
  const sent = new Map<string, boolean>();
  const setContext = (key: string, value: boolean): void => {
    if (sent.get(key) === value) return;
    sent.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const tell = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const params = document && store.of(document);
    const isCurrent = params !== undefined && params.version === document?.version;
    setContext('galley.canUndoAnnotation', isCurrent && params.canUndo);
    setContext('galley.canRedoAnnotation', isCurrent && params.canRedo);
  };
  return vscode.Disposable.from(
    store.onDidChange(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (document !== vscode.window.activeTextEditor?.document) return;
      tell();
      // The text may be the one in which annotations were changed before.
      if (reason !== undefined && store.of(document)) void store.refresh(document);
    }),
  );
}
