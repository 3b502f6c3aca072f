import type { Connection } from 'vscode-languageserver';
import type { Answer } from '../session/answer';
import { Method, type IndexParams } from '../protocol';
import { documentHighlights } from '../requests/documentHighlights';
import { references } from '../requests/references';
import { prepareRename, rename } from '../requests/rename';
import { workspaceSymbols } from '../requests/workspaceSymbols';
import type { ErrorHandling } from '../session/errors';
import { showMessage } from '../session/showMessage';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** What the requests on names need of the server. */
export interface IndexRequestContext {
  readonly connection: Connection;
  readonly index: WorkspaceIndex;
  readonly withErrorsLogged: ErrorHandling;
  readonly answer: Answer;
  /** Whether the client lets the user confirm each change of an edit. */
  canPreview(): boolean;
}

/** Serves what is asked about the names of a workspace: by the protocol, and by our own messages for the client's views. */
export function registerIndexRequests(service: IndexRequestContext): void {
  const { connection, index, withErrorsLogged, canPreview } = service;
  const answer: IndexRequestContext['answer'] = async (...request) => {
    await index.ready();
    return service.answer(...request);
  };
  const warn = (message: string): void => showMessage(connection, 'warning', message);

  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'References', uri, token }, [], (issue) => references(issue, position, index)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'Highlights', uri, token }, [], (issue) => documentHighlights(issue, position)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer({ what: 'Renaming', uri, token }, null, (issue) => prepareRename(issue, position)),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answer({ what: 'Renaming', uri, token }, null, (issue) =>
      rename(issue, position, newName, { index, canPreview: canPreview(), warn }),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => withErrorsLogged('Symbols', [], () => workspaceSymbols(query, index)));

  connection.onRequest(Method.indexNamed, () => withErrorsLogged('Names', [], () => index.ask('named')));
  connection.onRequest(Method.indexPosts, () => withErrorsLogged('Posts', [], () => index.ask('posts')));
  connection.onRequest(Method.indexMentions, ({ key }: IndexParams) =>
    withErrorsLogged('Mentions', [], () => index.ask('mentions', key)),
  );
  connection.onRequest(Method.indexStats, ({ key }: IndexParams) =>
    withErrorsLogged('Mentions', null, () => index.ask('stats', key)),
  );
  connection.onRequest(Method.indexUpdate, () =>
    withErrorsLogged('Index of the workspace', null, () => index.resume()),
  );
  connection.onShutdown(() => withErrorsLogged('Index of the workspace', undefined, () => index.close()));
}
