import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dismissedIn } from '../annotations/sidecar';
import { DEFAULT_SETTINGS } from '../core/settings';
import { rowsOf } from '../knowledge/addEntry';
import { createIssueService } from '../service/service';
import { readRecognition } from '../workspace/recognition';
import { serveArchive } from './archiveRequests';
import { watchConfiguration } from './configuration';
import { createDictionaries, type Dictionaries, type LoadedDictionaries } from './dictionaries';
import type { ServerHost } from './host';
import { createLanguageModel } from './languageModel';
import { speak } from './locale';
import { createOpenIssues, type OpenIssue } from './openIssues';
import {
  ACCEPT_COMMAND,
  DISMISS_COMMAND,
  Method,
  type ExportParams,
  type IssueParams,
  type SetMetadataParams,
} from './protocol';
import { createPublisher } from './publishing';
import { textEditsOf } from './ranges';
import { articleStarts } from './requests/articleStarts';
import { codeActions, FIX_ALL, withEdits } from './requests/codeActions';
import { dismiss, restoreDismissed } from './requests/dismissals';
import { jumpLinks } from './requests/documentLinks';
import { documentSymbols } from './requests/documentSymbols';
import { exportIssueFile } from './requests/exportIssueFile';
import { foldingRanges } from './requests/foldingRanges';
import { metadataOf, setMetadata } from './requests/metadata';
import { selectionRanges } from './requests/selectionRanges';
import { suggestedFixes } from './requests/suggestedFixes';
import { guardedBy, type Safely } from './safely';
import { createSidecars, sidecarUriOf } from './sidecars';
import { createWorkspaceArchive } from './workspaceArchive';

/**
 * Serves one client over a connection. An error within a request is logged in one line and answered with an empty
 * result: nothing that a text contains ends the server.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const safely = guardedBy(connection);
  const telling = guardedBy(connection, { told: true });
  const open = createOpenIssues(documents, createIssueService());
  const publisher = createPublisher(connection, open, safely, () => {
    dictionaries?.load();
    // What dictionaries know is not doubted, so they come first.
    if (inForce) void language.ready();
  });
  const sidecars = createSidecars(host, connection);
  const archive = createWorkspaceArchive({ connection, host, open, sidecars, safely });
  const language = createLanguageModel(host, connection, (doubts) => {
    open.setDoubts(doubts);
    open.uris().forEach((uri) => publisher.changed(uri));
  });
  let mayWaitForEdits = false;
  let canPreview = false;
  let settings = DEFAULT_SETTINGS;
  let recognition = readRecognition(undefined);
  let dictionaries: Dictionaries | undefined;
  let inForce: LoadedDictionaries | undefined;
  const beingOpened = new Set<string>();

  /** Answers a request on an open issue, or gives `otherwise` where the document is none or the work fails. */
  const onIssue =
    (guard: Safely) =>
    <Result>(what: string, uri: string, otherwise: Result, work: (issue: OpenIssue) => Result | Promise<Result>) =>
      guard(`${what} of ${uri}`, otherwise, () => {
        const issue = open.get(uri);
        return issue ? work(issue) : otherwise;
      });
  const answer = onIssue(safely);
  const obey = onIssue(telling);

  const applySidecar = (uri: string): void => {
    open.setDismissed(uri, dismissedIn(sidecars.get(uri)));
    publisher.changed(uri);
  };
  const readSidecar = async (uri: string): Promise<void> => {
    await telling(`Sidecar of ${uri}`, undefined, () => sidecars.load(uri));
    applySidecar(uri);
  };

  /** Settings or dictionaries have changed: whatever was found is looked for again. */
  const renewService = (): void => {
    const { knowledge, own } = inForce ?? { knowledge: undefined, own: [] };
    const service = createIssueService(settings, { knowledge });
    open.setService(service);
    language.configure(settings, service.asksLanguage);
    archive.setContext({ recognition, dictionaries: own, revision: knowledge?.revision ?? '' });
    open.uris().forEach((uri) => publisher.changed(uri));
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    speak(params.locale);
    const { resolveSupport } = params.capabilities.textDocument?.codeAction ?? {};
    mayWaitForEdits = resolveSupport?.properties.includes('edit') ?? false;
    canPreview = params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    archive.initialise(params);
    dictionaries = createDictionaries(connection, params, {
      host,
      safely,
      apply(loaded) {
        inForce = loaded;
        renewService();
      },
    });
    watchConfiguration(connection, params, safely, (next, raw) => {
      settings = next;
      recognition = readRecognition(raw);
      publisher.start();
      renewService();
      dictionaries?.configure(settings.userDictionary);
    });
    return { capabilities: CAPABILITIES, serverInfo: { name: 'Galley' } };
  });

  documents.onDidOpen(({ document: { uri } }) => {
    if (!open.get(uri)) return;
    // What was dismissed must be known first, or it would flash up.
    beingOpened.add(uri);
    void readSidecar(uri).finally(() => beingOpened.delete(uri));
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!beingOpened.has(uri)) publisher.changed(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
    sidecars.forget(uri);
    publisher.closed(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    archive.filesChanged();
    const changed = new Set(changes.map(({ uri }) => uri));
    dictionaries?.filesChanged(changed);
    for (const uri of open.uris()) if (changed.has(sidecarUriOf(uri))) void readSidecar(uri);
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => answer('Outline', uri, [], documentSymbols));
  connection.onFoldingRanges(({ textDocument: { uri } }) => answer('Folding', uri, [], foldingRanges));
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answer('Links', uri, [], (issue) => jumpLinks(issue, host)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer('Selection', uri, [], async (issue) => selectionRanges(issue, positions, await host.loadSegmenter())),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    answer('Quick fixes', uri, [], (issue) => codeActions(issue, range, context, mayWaitForEdits)),
  );
  connection.onCodeActionResolve((action) =>
    safely('Quick fix', action, () => withEdits(action, (uri) => open.get(uri))),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) => answer('Formatting', uri, [], safeFixes));

  serveArchive({ connection, archive, answer, safely, canPreview: () => canPreview });

  connection.onRequest(Method.articles, ({ uri }: IssueParams) => answer('Articles', uri, [], articleStarts));
  connection.onRequest(Method.fixAll, ({ uri }: IssueParams) => obey('Fix all', uri, [], safeFixes));
  connection.onRequest(Method.suggestions, async ({ uri }: IssueParams) => {
    await language.ready();
    return obey('Suggestions', uri, null, suggestedFixes);
  });
  connection.onRequest(Method.metadata, ({ uri }: IssueParams) =>
    obey('Metadata', uri, null, (issue) => metadataOf(issue, sidecars)),
  );
  connection.onRequest(Method.setMetadata, ({ uri, facts }: SetMetadataParams) =>
    obey('Metadata', uri, null, (issue) => setMetadata(issue, facts, sidecars)),
  );
  connection.onRequest(Method.export, (params: ExportParams) => exportIssueFile(params, { open, host, language }));
  connection.onRequest(Method.restoreDismissed, ({ uri }: IssueParams) =>
    obey('Bringing back findings', uri, null, async (issue) => {
      const count = await restoreDismissed(issue, sidecars);
      applySidecar(uri);
      return count;
    }),
  );
  connection.onExecuteCommand(({ command, arguments: [uri, said] = [] }) => {
    if (typeof uri !== 'string' || typeof said !== 'string') return undefined;
    if (command === DISMISS_COMMAND)
      return obey('Dismissing', uri, undefined, async (issue) => {
        await dismiss(issue, said, sidecars);
        applySidecar(uri);
      });
    if (command === ACCEPT_COMMAND)
      return obey('Adding to the dictionary', uri, undefined, async () => {
        await dictionaries?.add(uri, rowsOf({ type: 'word', name: said }));
      });
    return undefined;
  });

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
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
  documentFormattingProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  executeCommandProvider: { commands: [DISMISS_COMMAND, ACCEPT_COMMAND] },
};

function safeFixes({ snapshot, service }: OpenIssue): TextEdit[] {
  return textEditsOf(snapshot.document.lines, service.repairs(snapshot));
}
