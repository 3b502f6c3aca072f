import type * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Issues that a person works on; the copies that VS Code keeps for previews and comparisons would be reported twice. */
export const SERVED_SCHEMES: readonly string[] = ['file', 'untitled'];

/** Whether a document is an issue that the language server is given: files of virtual workspaces are out of its reach. */
export function isIssue({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE_ID && SERVED_SCHEMES.includes(uri.scheme);
}
