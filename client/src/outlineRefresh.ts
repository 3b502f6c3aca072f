import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/**
 * Shows the structure of an issue again after a decision that leaves its text as it is. VS Code keeps outline, folding and lenses
 * for as long as the text and their providers stay the same, and the protocol cannot ask for a new outline. Therefore
 * providers that have nothing of their own say that there is something new.
 */
export function refreshOutlines(server: Server): vscode.Disposable {
  const selector = { language: LANGUAGE_ID };
  const changed = new vscode.EventEmitter<void>();
  // The outline is made again where the list of providers differs.
  const registerOutline = (): vscode.Disposable =>
    vscode.languages.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: () => [] });
  let outline = registerOutline();
  const listening = server.onStructureChanged(() => {
    outline.dispose();
    outline = registerOutline();
    changed.fire();
  });
  return vscode.Disposable.from(
    listening,
    changed,
    new vscode.Disposable(() => void outline.dispose()),
    vscode.languages.registerFoldingRangeProvider(selector, {
      onDidChangeFoldingRanges: changed.event,
      provideFoldingRanges: () => [],
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: () => [],
    }),
  );
}
