import type { CancellationToken, Connection } from 'vscode-languageserver';
import { signalOf } from '../session/abortSignal';
import type { Answer } from '../session/answer';
import { Method, type IndexParams } from '../protocol';
import { documentHighlights } from '../requests/documentHighlights';
import { references } from '../requests/references';
import { prepareRename, rename } from '../requests/rename';
import { workspaceSymbols } from '../requests/workspaceSymbols';
import type { ErrorHandling } from '../session/errors';
import type { OpenIssues } from '../session/openIssues';
import { sentPlaces } from '../session/sentPlaces';
import { showMessage } from '../session/showMessage';
import type { Turns } from '../session/turns';
import type { ClientFolders } from '../session/workspaceFolders';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** What the requests on names need of the server. */
export interface IndexRequestContext {
  readonly connection: Connection;
  readonly open: OpenIssues;
  readonly index: WorkspaceIndex;
  readonly folders: ClientFolders;
  readonly withErrorsLogged: ErrorHandling;
  readonly answer: Answer;
  readonly turns: Turns;
  /** Whether the client lets the user confirm each change of an edit. */
  canPreview(): boolean;
}

/** Serves what is asked about the names of a workspace: by the protocol, and by our own messages for the client's views. */
export function registerIndexRequests(service: IndexRequestContext): void {
  const { connection, open, index, folders, turns, withErrorsLogged, canPreview } = service;
  const answer: IndexRequestContext['answer'] = async (...request) => {
    await index.ready();
    return service.answer(...request);
  };
  /** Answers a query that concerns no open issue. */
  const query = <Result>(
    what: string,
    fallback: Result,
    token: CancellationToken,
    work: () => Result | Promise<Result>,
  ): Promise<Result> =>
    withErrorsLogged(what, fallback, async () => {
      await turns.next(signalOf(token));
      return work();
    });
  const warn = (message: string): void => showMessage(connection, 'warning', message);
  const inform = (message: string): void => showMessage(connection, 'info', message);

  connection.onReferences(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'References', uri, token }, [], (issue) =>
      references(issue, sent.offsetIn(issue, position), { index, inform }),
    );
  });
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Highlights', uri, token }, [], (issue) =>
      documentHighlights(issue, sent.offsetIn(issue, position)),
    );
  });
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Renaming', uri, token }, null, (issue) =>
      prepareRename(issue, sent.offsetIn(issue, position), folders),
    );
  });
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Renaming', uri, token }, null, (issue) =>
      rename(issue, sent.offsetIn(issue, position), newName, { index, folders, canPreview: canPreview(), warn }),
    );
  });
  connection.onWorkspaceSymbol(({ query: words }, token) =>
    query('Symbols', [], token, () => workspaceSymbols(words, index)),
  );

  connection.onRequest(Method.indexNamed, (_: unknown, token: CancellationToken) =>
    query('Names', [], token, () => index.ask('named')),
  );
  connection.onRequest(Method.indexPosts, (_: unknown, token: CancellationToken) =>
    query('Posts', [], token, () => index.ask('posts')),
  );
  connection.onRequest(Method.indexMentions, ({ key }: IndexParams, token: CancellationToken) =>
    query('Mentions', [], token, () => index.ask('mentions', key)),
  );
  connection.onRequest(Method.indexStats, ({ key }: IndexParams, token: CancellationToken) =>
    query('Mentions', null, token, () => index.ask('stats', key)),
  );
  connection.onRequest(Method.indexUpdate, () =>
    withErrorsLogged('Index of the workspace', null, () => index.resume()),
  );
}
