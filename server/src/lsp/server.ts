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
import { DEFAULT_SETTINGS } from '../core/settings';
import { readInlayHintChoice } from '../features/inlayHints';
import type { Doubts } from '../language/doubts';
import { createIssueService } from '../service/service';
import { readRecognition } from '../workspace/recognition';
import { serveArchive } from './archiveRequests';
import { watchConfiguration } from './configuration';
import { createDictionaries, type Dictionaries, type LoadedDictionaries } from './dictionaries';
import type { ServerHost } from './host';
import { createLanguageModel } from './languageModel';
import { speak } from './locale';
import { MENTION_CAPABILITIES, refreshMentions, serveMentions } from './mentionRequests';
import { createOpenIssues, type OpenIssue } from './openIssues';
import {
  ADD_ENTRY_COMMAND,
  DISMISS_COMMAND,
  Method,
  type ExportParams,
  type ImportDictionaryParams,
  type IssueParams,
  type SetMetadataParams,
} from './protocol';
import { createPublisher } from './publishing';
import { textEditsOf } from './ranges';
import { addEntry } from './requests/addEntry';
import { articleStarts } from './requests/articleStarts';
import { codeActions, FIX_ALL, withEdits } from './requests/codeActions';
import { dismiss, restoreDismissed } from './requests/dismissals';
import { jumpLinks } from './requests/documentLinks';
import { documentSymbols } from './requests/documentSymbols';
import { exportIssueFile } from './requests/exportIssueFile';
import { foldingRanges } from './requests/foldingRanges';
import { importDictionary } from './requests/importDictionary';
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
    void dictionaries?.load();
    // What dictionaries know is not doubted, so they come first.
    if (inForce) void language.ready();
  });
  const sidecars = createSidecars(host, connection);
  const archive = createWorkspaceArchive({ connection, host, open, safely }, () => void dictionaries?.load());
  const language = createLanguageModel(host, connection, (doubts) => {
    doubted = doubts;
    renewService();
  });
  let mayWaitForEdits = false;
  let canPreview = false;
  let settings = DEFAULT_SETTINGS;
  let recognition = readRecognition(undefined);
  let hints = readInlayHintChoice(undefined);
  let capabilities: InitializeParams['capabilities'] = {};
  let dictionaries: Dictionaries | undefined;
  let inForce: LoadedDictionaries | undefined;
  let doubted: Doubts | undefined;
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
    open.setSidecar(uri, sidecars.get(uri));
    publisher.changed(uri);
  };
  const readSidecar = async (uri: string): Promise<void> => {
    await telling(`Sidecar of ${uri}`, undefined, () => sidecars.load(uri));
    applySidecar(uri);
  };

  /** Settings, dictionaries or the language model have changed: whatever was found is looked for again. */
  const renewService = (): void => {
    const { knowledge, tagger } = inForce ?? {};
    open.setService(createIssueService(settings, { knowledge, tagger, doubts: doubted }));
    // Read without the dictionaries, the whole workspace would be read again a moment later.
    if (inForce) archive.setContext({ recognition, dictionaries: inForce.own, revision: inForce.knowledge.revision });
    for (const uri of open.uris()) if (!beingOpened.has(uri)) publisher.changed(uri);
    refreshMentions(connection, capabilities, safely);
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    speak(params.locale);
    const { resolveSupport } = params.capabilities.textDocument?.codeAction ?? {};
    mayWaitForEdits = resolveSupport?.properties.includes('edit') ?? false;
    canPreview = params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    capabilities = params.capabilities;
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
      hints = readInlayHintChoice(raw);
      language.configure(settings);
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

  serveMentions({
    connection,
    host,
    archive,
    safely,
    answer,
    knowledge: async () => (await dictionaries?.load())?.knowledge,
    hints: () => hints,
  });
  serveArchive({ connection, archive, answer, safely, canPreview: () => canPreview });

  connection.onRequest(Method.articles, ({ uri }: IssueParams) => answer('Articles', uri, [], articleStarts));
  connection.onRequest(Method.fixAll, ({ uri }: IssueParams) => obey('Fix all', uri, [], safeFixes));
  connection.onRequest(Method.suggestions, async ({ uri }: IssueParams) => {
    await language.ready();
    return obey('Suggestions', uri, null, suggestedFixes);
  });
  connection.onRequest(Method.metadata, ({ uri }: IssueParams) => obey('Metadata', uri, null, metadataOf));
  connection.onRequest(Method.setMetadata, ({ uri, facts }: SetMetadataParams) =>
    obey('Metadata', uri, null, async (issue) => {
      await setMetadata(issue, facts, sidecars);
      applySidecar(uri);
      return metadataOf(open.get(uri) ?? issue);
    }),
  );
  connection.onRequest(Method.export, (params: ExportParams) => exportIssueFile(params, { open, host, language }));
  connection.onRequest(Method.restoreDismissed, ({ uri }: IssueParams) =>
    obey('Bringing back findings', uri, null, async (issue) => {
      const count = await restoreDismissed(issue, sidecars);
      applySidecar(uri);
      return count;
    }),
  );
  connection.onRequest(Method.importDictionary, (params: ImportDictionaryParams) =>
    telling('Import', null, () => dictionaries && importDictionary(params, { dictionaries, host })),
  );
  connection.onExecuteCommand(({ command, arguments: passed = [] }) => {
    const given: readonly unknown[] = passed;
    if (command === ADD_ENTRY_COMMAND)
      return telling('Dictionary', null, () => dictionaries && addEntry(given, dictionaries));
    const [uri, fingerprint] = given;
    if (command !== DISMISS_COMMAND || typeof uri !== 'string' || typeof fingerprint !== 'string') return undefined;
    return obey('Dismissing', uri, undefined, async (issue) => {
      await dismiss(issue, fingerprint, sidecars);
      applySidecar(uri);
    });
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
  ...MENTION_CAPABILITIES,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  executeCommandProvider: { commands: [DISMISS_COMMAND, ADD_ENTRY_COMMAND] },
};

function safeFixes({ snapshot, service }: OpenIssue): TextEdit[] {
  return textEditsOf(snapshot.document.lines, service.repairs(snapshot));
}
