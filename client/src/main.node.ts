import type * as vscode from 'vscode';
import { start, type Exports } from './start';

/** Where the extension starts in an editor on a machine. */
export function activate(context: vscode.ExtensionContext): Exports {
  return start(context, async (output) => {
    const { createLanguageClient } = await import('./client.node');
    return createLanguageClient(context, output);
  });
}
