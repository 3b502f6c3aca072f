import type { Connection } from 'vscode-languageserver';
import type { Answer } from './answer';
import { Method, type ArchiveParams } from './protocol';
import { documentHighlights } from './requests/documentHighlights';
import { references } from './requests/references';
import { prepareRename, rename } from './requests/rename';
import { workspaceSymbols } from './requests/workspaceSymbols';
import type { Safely } from './safely';
import { tell } from './tell';
import type { WorkspaceArchive } from './workspaceArchive';

/** What the requests on names need of the server. */
export interface ArchiveService {
  readonly connection: Connection;
  readonly archive: WorkspaceArchive;
  readonly safely: Safely;
  readonly answer: Answer;
  /** Whether the client lets the user confirm each change of an edit. */
  canPreview(): boolean;
}

/** Serves what is asked about the names of a workspace: by the protocol, and by our own messages for the client's views. */
export function serveArchive(service: ArchiveService): void {
  const { connection, archive, safely, canPreview } = service;
  const answer: ArchiveService['answer'] = async (...request) => {
    await archive.ready();
    return service.answer(...request);
  };
  const warn = (message: string): void => tell(connection, 'warning', message);

  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'References', uri, token }, [], (issue) => references(issue, position, archive)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'Highlights', uri, token }, [], (issue) => documentHighlights(issue, position)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'Renaming', uri, token }, null, (issue) => prepareRename(issue, position)),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answer({ what: 'Renaming', uri, token }, null, (issue) =>
      rename(issue, position, newName, { archive, canPreview: canPreview(), warn }),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => safely('Symbols', [], () => workspaceSymbols(query, archive)));

  connection.onRequest(Method.archiveNamed, () => safely('Names', [], () => archive.ask('named')));
  connection.onRequest(Method.archivePosts, () => safely('Posts', [], () => archive.ask('posts')));
  connection.onRequest(Method.archiveMentions, ({ key }: ArchiveParams) =>
    safely('Mentions', [], () => archive.ask('mentions', key)),
  );
  connection.onRequest(Method.archiveTally, ({ key }: ArchiveParams) =>
    safely('Mentions', null, () => archive.ask('tally', key)),
  );
  connection.onRequest(Method.archiveUpdate, () => safely('Index of the workspace', null, () => archive.resume()));
  connection.onShutdown(() => safely('Index of the workspace', undefined, () => archive.close()));
}
