import type { ClientCapabilities, Connection, WorkspaceFolder } from 'vscode-languageserver';

/** The URIs of the workspace's folders, without a slash at the end. */
export type WorkspaceFolders = () => Promise<readonly string[]>;

/** What a client said of itself and its folders at the start. */
export interface ClientFolders {
  readonly capabilities: ClientCapabilities;
  readonly workspaceFolders?: readonly WorkspaceFolder[] | null | undefined;
}

/** The folders as they are now, since they come and go, or as they were at the start where the client cannot be asked. */
export async function workspaceFoldersOf(
  connection: Connection,
  client: ClientFolders | undefined,
): Promise<readonly string[]> {
  const canAsk = client?.capabilities.workspace?.workspaceFolders === true;
  const folders = canAsk ? await connection.workspace.getWorkspaceFolders() : client?.workspaceFolders;
  return folders?.map(({ uri }) => uri.replace(/\/$/, '')) ?? [];
}
