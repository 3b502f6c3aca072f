import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createIssueService } from '../service/service';
import { watchConfiguration } from './configuration';
import { createDismissals } from './dismissals';
import type { ServerHost } from './host';
import { speak } from './locale';
import { createOpenIssues, type OpenIssue } from './openIssues';
import { DISMISS_COMMAND, Method, type IssueParams } from './protocol';
import { createPublisher } from './publishing';
import { textEditsOf } from './ranges';
import { articleStarts } from './requests/articleStarts';
import { codeActions, FIX_ALL } from './requests/codeActions';
import { jumpLinks } from './requests/documentLinks';
import { documentSymbols } from './requests/documentSymbols';
import { foldingRanges } from './requests/foldingRanges';
import { selectionRanges } from './requests/selectionRanges';
import { suggestedFixes } from './requests/suggestedFixes';
import { guardedBy } from './safely';

/**
 * Serves one client over a connection. An error within a request is logged in one line and answered with an empty
 * result: nothing that a text contains ends the server.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const safely = guardedBy(connection.console);
  const open = createOpenIssues(documents, createIssueService());
  const publisher = createPublisher(connection, open, safely);
  const dismissals = createDismissals(host, open);
  const refreshAll = (): void => open.uris().forEach((uri) => publisher.changed(uri));

  /** Answers a request on an open issue, or gives `otherwise` where the document is none or the work fails. */
  const onIssue = <Result>(what: string, uri: string, otherwise: Result, work: (issue: OpenIssue) => Result | Promise<Result>) =>
    safely(`${what} of ${uri}`, otherwise, () => {
      const issue = open.get(uri);
      return issue ? work(issue) : otherwise;
    });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    speak(params.locale);
    watchConfiguration(connection, params, safely, (settings) => {
      open.setService(createIssueService(settings));
      publisher.start();
      refreshAll();
    });
    return { capabilities: CAPABILITIES, serverInfo: { name: 'Galley' } };
  });

  documents.onDidOpen(({ document: { uri } }) => {
    void safely(`Dismissals of ${uri}`, undefined, async () => {
      if (await dismissals.load(uri)) publisher.changed(uri);
    });
  });
  documents.onDidChangeContent(({ document: { uri } }) => publisher.changed(uri));
  documents.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
    publisher.closed(uri);
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => onIssue('Outline', uri, [], documentSymbols));
  connection.onFoldingRanges(({ textDocument: { uri } }) => onIssue('Folding', uri, [], foldingRanges));
  connection.onDocumentLinks(({ textDocument: { uri } }) => onIssue('Links', uri, [], (issue) => jumpLinks(issue, host)));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    onIssue('Selection', uri, [], async (issue) => selectionRanges(issue, positions, await host.loadSegmenter())),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    onIssue('Quick fixes', uri, [], (issue) => codeActions(issue, range, context)),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) => onIssue('Formatting', uri, [], safeFixes));
  connection.onRequest(Method.articles, ({ uri }: IssueParams) => onIssue('Articles', uri, [], articleStarts));
  connection.onRequest(Method.fixAll, ({ uri }: IssueParams) => onIssue('Fix all', uri, [], safeFixes));
  connection.onRequest(Method.suggestions, ({ uri }: IssueParams) => onIssue('Suggestions', uri, null, suggestedFixes));
  connection.onRequest(Method.restoreDismissed, ({ uri }: IssueParams) =>
    onIssue('Restoring', uri, 0, async () => {
      const restored = await dismissals.restore(uri);
      publisher.changed(uri);
      return restored;
    }),
  );
  connection.onExecuteCommand(({ command, arguments: [uri, fingerprint] = [] }) =>
    safely(command, undefined, async () => {
      if (command !== DISMISS_COMMAND || typeof uri !== 'string' || typeof fingerprint !== 'string') return;
      await dismissals.add(uri, fingerprint);
      publisher.changed(uri);
    }),
  );

  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  documentSymbolProvider: { label: 'Galley' },
  foldingRangeProvider: true,
  documentLinkProvider: {},
  selectionRangeProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  documentFormattingProvider: true,
  executeCommandProvider: { commands: [DISMISS_COMMAND] },
};

function safeFixes({ snapshot, service }: OpenIssue) {
  return textEditsOf(snapshot.document.lines, service.repairs(snapshot));
}
