import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/**
 * The schemes of issues that a person works on; the copies that VS Code keeps for previews and comparisons would be reported
 * twice. In a browser, the files of a workspace have the scheme of what keeps them. On a machine, files of a virtual workspace are
 * out of the server's reach.
 */
export function servedSchemes(): readonly string[] {
  const { uiKind, remoteName } = vscode.env;
  const isInBrowser = uiKind === vscode.UIKind.Web && remoteName === undefined;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...(isInBrowser ? folders.map(({ uri }) => uri.scheme) : [])])];
}

/** Whether a document is an issue that the language server is given. */
export function isIssue({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE_ID && servedSchemes().includes(uri.scheme);
}
