import type * as vscode from 'vscode';
import { start, type Exports } from './start';

/** Where the extension starts in an editor in a browser. */
export function activate(context: vscode.ExtensionContext): Exports {
  return start(context, async (output) => {
    const { createLanguageClient } = await import('./client.browser');
    return createLanguageClient(context, output);
  });
}
