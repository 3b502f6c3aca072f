import type * as vscode from 'vscode';

/** Issues that a person works on; the copies that VS Code keeps for previews and comparisons would be reported twice. */
export const SERVED_SCHEMES: readonly string[] = ['file', 'untitled'];

/** Whether the language server is given a document where it is an issue: files of virtual workspaces are out of its reach. */
export function isServed({ uri }: vscode.TextDocument): boolean {
  return SERVED_SCHEMES.includes(uri.scheme);
}
