import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { followUndo } from '../../client/src/annotations/undoContext';
import type { AnnotationStore } from '../../client/src/annotations/store';

const { sent, document, edited } = vi.hoisted(() => ({
  sent: [] as string[],
  document: { version: 1 },
  edited: [] as ((change: object) => void)[],
}));

/** What following undo uses of the editor. */
vi.mock('vscode', () => ({
  Disposable: { from: () => undefined },
  commands: {
    executeCommand: (_command: string, key: string, value: boolean) => sent.push(`${key} ${String(value)}`),
  },
  window: { activeTextEditor: { document }, onDidChangeActiveTextEditor: () => undefined },
  workspace: { onDidChangeTextDocument: (listener: (change: object) => void) => edited.push(listener) },
}));

test('the key bindings get only what has changed', () => {
  const store = {
    of: (of: vscode.TextDocument) => (of === document ? { version: 1, canUndo: true, canRedo: false } : undefined),
    onDidChange: () => undefined,
  } as unknown as AnnotationStore;
  followUndo(store);
  const edit = (version: number): void => {
    document.version = version;
    edited.forEach((listener) => listener({ document }));
  };
  edit(1);
  edit(1);
  expect(sent).toEqual(['galley.canUndoAnnotation true', 'galley.canRedoAnnotation false']);
  edit(2);
  edit(3);
  expect(sent.slice(2)).toEqual(['galley.canUndoAnnotation false']);
});
