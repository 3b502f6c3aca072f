import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions';

/** The connection to the language server of this machine. */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  return new LanguageClient(
    'galley',
    'Galley',
    { module, transport: TransportKind.ipc },
    clientOptions(context, output),
  );
}
