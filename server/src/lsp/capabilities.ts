import { PositionEncodingKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import { SERVER_COMMANDS } from './requestTables/commands';
import { ISSUE_CAPABILITIES } from './requestTables/issue';
import { MENTION_CAPABILITIES } from './requestTables/mentions';

/** What the server tells a client that it can do. */
export const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  ...ISSUE_CAPABILITIES,
  ...MENTION_CAPABILITIES,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  executeCommandProvider: { commands: SERVER_COMMANDS },
};
