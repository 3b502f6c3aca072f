import {
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyser } from '../analysis/analyser';
import { DEFAULT_SETTINGS, propertiesOf } from '../core/settings';
import { readInlayHintChoice } from '../features/inlayHints';
import type { Doubts } from '../language/doubts';
import { speak } from '../core/locale';
import type { Ports } from '../ports/ports';
import { readRecognition } from '../workspace/recognition';
import { answersOn } from './answer';
import { serveArchive } from './archiveRequests';
import { watchConfiguration } from './configuration';
import { createDictionaries, type Dictionaries, type LoadedDictionaries } from './dictionaries';
import { serveExports } from './exportRequests';
import { ISSUE_CAPABILITIES, serveIssues } from './issueRequests';
import { createLanguageModel } from './languageModel';
import { MENTION_CAPABILITIES, refreshMentions, serveMentions } from './mentionRequests';
import { createOpenIssues } from './openIssues';
import { ADD_ENTRY_COMMAND, DISMISS_COMMAND, Method, type ImportDictionaryParams } from './protocol';
import { createPublisher } from './publishing';
import { addEntry } from './requests/addEntry';
import { dismiss } from './requests/dismissals';
import { importDictionary } from './requests/importDictionary';
import { guardedBy } from './safely';
import { createSidecars, sidecarUriOf } from './sidecars';
import { createWorkspaceArchive } from './workspaceArchive';
import { workspaceFoldersOf, type ClientFolders } from './workspaceFolders';

/**
 * Serves one client over a connection. An error within a request is logged in one line and answered with an empty
 * result: nothing that a text contains ends the server.
 */
export function startServer(connection: Connection, ports: Ports): void {
  const documents = new TextDocuments(TextDocument);
  const safely = guardedBy(connection);
  const telling = guardedBy(connection, { told: true });
  const open = createOpenIssues(documents, createAnalyser());
  const publisher = createPublisher(connection, open, safely, {
    afterwards: () => void loadRest(),
    isLoading: () => isLoading,
    ruleDocument: (rule) => ruleDocument(rule),
  });
  const sidecars = createSidecars(ports.files, connection);
  const archive = createWorkspaceArchive(
    { connection, index: ports.index, open, safely },
    () => void dictionaries?.load(),
  );
  const language = createLanguageModel(ports.resources, connection, (doubts) => {
    doubted = doubts;
    renewAnalyser();
  });
  let mayWaitForEdits = false;
  let showsRuleDocuments = false;
  let commands: ReadonlySet<string> = new Set();
  let canPreview = false;
  let settings = DEFAULT_SETTINGS;
  let recognition = readRecognition(undefined);
  let hints = readInlayHintChoice(undefined);
  let client: ClientFolders = { capabilities: {} };
  let dictionaries: Dictionaries | undefined;
  let inForce: LoadedDictionaries | undefined;
  let doubted: Doubts | undefined;
  let isLoading = true;
  const beingOpened = new Set<string>();

  const ruleDocument = (rule: string): string | undefined =>
    showsRuleDocuments ? ports.resources.ruleDocumentUri(rule) : undefined;
  const answer = answersOn(open, safely);
  const obey = answersOn(open, telling);

  const applySidecar = (uri: string): void => {
    open.setSidecar(uri, sidecars.get(uri));
    publisher.changed(uri);
  };
  const readSidecar = async (uri: string): Promise<void> => {
    await telling(`Sidecar of ${uri}`, undefined, () => sidecars.load(uri));
    applySidecar(uri);
  };

  const publishAll = (): void => {
    for (const uri of open.uris()) if (!beingOpened.has(uri)) publisher.changed(uri);
  };
  /** Settings, dictionaries or the language model have changed: whatever was found is looked for again. */
  const renewAnalyser = (): void => {
    const { knowledge, tagger } = inForce ?? {};
    open.setAnalyser(createAnalyser(settings, { knowledge, tagger, doubts: doubted }));
    // Read without the dictionaries, the whole workspace would be read again a moment later.
    if (inForce) archive.setContext({ recognition, dictionaries: inForce.own, revision: inForce.knowledge.revision });
    publishAll();
    refreshMentions(connection, client.capabilities, safely);
  };

  /** Loads what the first findings do not wait for. What dictionaries know is not doubted, so they come first. */
  const loadRest = async (): Promise<void> => {
    const wereInForce = inForce !== undefined;
    const loaded = await dictionaries?.load();
    // The findings that need the dictionaries are published next, and that leads here again.
    if (loaded && !wereInForce) return;
    if (loaded) await language.ready();
    if (!isLoading) return;
    isLoading = false;
    publishAll();
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    speak(params.locale);
    const { resolveSupport } = params.capabilities.textDocument?.codeAction ?? {};
    mayWaitForEdits = resolveSupport?.properties.includes('edit') ?? false;
    showsRuleDocuments = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false;
    commands = commandsOf(params.initializationOptions);
    canPreview = params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    client = params;
    archive.initialise(params);
    dictionaries = createDictionaries(connection, params, {
      files: ports.files,
      resources: ports.resources,
      safely,
      apply(loaded) {
        inForce = loaded;
        renewAnalyser();
      },
    });
    watchConfiguration(connection, params, safely, (next, raw) => {
      settings = next;
      recognition = readRecognition(raw);
      hints = readInlayHintChoice(raw);
      language.configure(settings);
      publisher.start();
      renewAnalyser();
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

  const dictionariesLoaded = async (): Promise<void> => {
    await dictionaries?.load();
  };

  serveIssues({
    connection,
    ports,
    open,
    folders: () => workspaceFoldersOf(connection, client),
    sidecars,
    language,
    answer,
    obey,
    applySidecar,
    codeActionService: () => ({ canResolve: mayWaitForEdits, commands, ruleDocument }),
  });
  serveMentions({
    connection,
    resources: ports.resources,
    archive,
    answer,
    dictionariesLoaded,
    hints: () => hints,
  });
  serveExports({
    connection,
    ...ports,
    open,
    sidecars,
    language,
    dictionariesLoaded,
    folders: () => workspaceFoldersOf(connection, client),
    recognition: () => recognition,
  });
  serveArchive({ connection, archive, answer, safely, canPreview: () => canPreview });

  connection.onRequest(Method.importDictionary, (params: ImportDictionaryParams) =>
    telling(
      'Import',
      null,
      () => dictionaries && importDictionary(params, { dictionaries, resources: ports.resources }),
    ),
  );
  connection.onExecuteCommand(({ command, arguments: passed = [] }, token) => {
    const given: readonly unknown[] = passed;
    if (command === ADD_ENTRY_COMMAND)
      return telling('Dictionary', null, () => dictionaries && addEntry(given, dictionaries));
    const [uri, fingerprint] = given;
    if (command !== DISMISS_COMMAND || typeof uri !== 'string' || typeof fingerprint !== 'string') return undefined;
    return obey({ what: 'Dismissing', uri, token }, undefined, async (issue) => {
      await dismiss(issue, fingerprint, sidecars);
      applySidecar(uri);
    });
  });

  documents.listen(connection);
  connection.listen();
}

/** The commands that a client says it has. */
function commandsOf(initializationOptions: unknown): ReadonlySet<string> {
  const { commands } = propertiesOf(initializationOptions);
  return new Set(Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : []);
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  ...ISSUE_CAPABILITIES,
  ...MENTION_CAPABILITIES,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  executeCommandProvider: { commands: [DISMISS_COMMAND, ADD_ENTRY_COMMAND] },
};
