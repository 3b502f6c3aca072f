import { TextDocumentSyncKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { agreeOnEncoding } from './positionEncoding';
import { SERVER_COMMANDS } from './requestTables/commands';
import { ISSUE_CAPABILITIES } from './requestTables/issue';
import { MENTION_CAPABILITIES } from './requestTables/mentions';

/** What the server tells a client that it can do, once the two have agreed on how positions are counted. */
export function capabilitiesFor({ capabilities }: InitializeParams): InitializeResult['capabilities'] {
  return { positionEncoding: agreeOnEncoding(capabilities), ...CAPABILITIES };
}

const CAPABILITIES: InitializeResult['capabilities'] = {
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
