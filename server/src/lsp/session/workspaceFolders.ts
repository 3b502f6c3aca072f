import {
  DidChangeWorkspaceFoldersNotification,
  type Connection,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';

/** The URIs of the workspace's folders, without a slash at the end. */
export type WorkspaceFolders = () => Promise<readonly string[]>;

/** The folders of the client's workspace, which come and go. */
export interface ClientFolders {
  /** Calls `changed` whenever folders are added or removed. */
  initialise(params: InitializeParams, changed: () => void): void;
  /** The folders as they are now. A client that refuses to list them is believed about what it said before. */
  readonly current: WorkspaceFolders;
  /**
   * Whether a document is part of the workspace: a file, a new document, or one of the same scheme as a folder. The old
   * version of a file that the editor shows for comparison (`git:`) is not, nor is an output channel.
   */
  isOfWorkspace(uri: string): boolean;
}

/** Schemes of documents that a user can change and save, whatever the folders are. */
const OWN_SCHEMES: readonly string[] = ['file', 'untitled'];

/** Follows the folders of a workspace; nothing is known of them before `initialise`. */
export function createClientFolders(connection: Connection): ClientFolders {
  let canAsk = false;
  let known: readonly string[] = [];

  return {
    initialise({ capabilities, workspaceFolders }, changed) {
      canAsk = capabilities.workspace?.workspaceFolders === true;
      known = urisOf(workspaceFolders);
      connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
        const gone = urisOf(removed);
        known = [...new Set([...known.filter((uri) => !gone.includes(uri)), ...urisOf(added)])];
        changed();
      });
    },
    async current() {
      if (canAsk) known = await connection.workspace.getWorkspaceFolders().then(urisOf, () => known);
      return known;
    },
    isOfWorkspace: (uri) =>
      OWN_SCHEMES.includes(schemeOf(uri)) || known.some((folder) => schemeOf(folder) === schemeOf(uri)),
  };
}

function urisOf(folders: readonly WorkspaceFolder[] | null | undefined): readonly string[] {
  return folders?.map(({ uri }) => uri.replace(/\/$/, '')) ?? [];
}

function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}
