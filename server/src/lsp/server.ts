import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { hasSameFacts } from '../annotations/save';
import { createAnalyser } from '../analysis/analyser';
import { DEFAULT_SETTINGS, propertiesOf } from '../core/settings';
import { readInlayHintChoice } from '../features/inlayHints';
import type { Detector } from '../languageModel/detect';
import { speak } from '../core/locale';
import type { Ports } from '../ports/ports';
import { readRecognition } from '../index/recognition';
import { capabilitiesFor } from './capabilities';
import { registerAgreementRequests } from './requestTables/agreement';
import { registerAnnotationRequests } from './requestTables/annotations';
import { createAnnotationSession } from './session/annotationSession';
import { createAnswer } from './session/answer';
import { createEditOrigins } from './session/editOrigins';
import { createDocuments } from './session/followedDocuments';
import { registerIndexRequests } from './requestTables/workspaceIndex';
import { watchConfiguration } from './session/configuration';
import { createDictionaries, type Dictionaries, type LoadedDictionaries } from './session/dictionaries';
import { serveExports } from './requestTables/export';
import { registerIssueRequests } from './requestTables/issue';
import { createLanguageModelSession } from './session/languageModel';
import { refreshMentions, registerMentionRequests } from './requestTables/mentions';
import { createOpenIssues } from './session/openIssues';
import { registerCommands } from './requestTables/commands';
import { registerStructureRequests } from './requestTables/structure';
import { createPublisher } from './session/publishDiagnostics';
import { createErrorHandling } from './session/errors';
import { createTurns } from './session/turns';
import { createSidecars, sidecarUriOf } from './session/sidecars';
import { createWorkspaceIndex } from './session/workspaceIndex';
import { createClientFolders } from './session/workspaceFolders';

/**
 * Serves one client over a connection. An error within a request is logged in one line and answered with an empty
 * result: nothing that a text contains ends the server.
 */
export function startServer(connection: Connection, ports: Ports): void {
  const origins = createEditOrigins(
    (uri) => open.known(uri),
    () => annotating.settings(),
  );
  const documents = createDocuments({
    onMessage: ({ uri }, edits) => origins.begin(uri, edits),
    onEdit: ({ uri }, edit, after) => annotations.follow(uri, edit, after, origins.originOf(edit)),
  });
  const withErrorsLogged = createErrorHandling(connection);
  const withErrorsShown = createErrorHandling(connection, { told: true });
  const open = createOpenIssues(documents, createAnalyser());
  const publisher = createPublisher(connection, open, withErrorsLogged, {
    afterwards: () => void loadRest(),
    isLoading: () => isLoading,
    ruleDocument: (rule) => ruleDocument(rule),
  });
  const sidecars = createSidecars(ports.files, connection);
  const folders = createClientFolders(connection);
  const annotating = createAnnotationSession({
    connection,
    ports,
    documents,
    sidecars,
    folders: folders.current,
    withErrorsLogged,
    withErrorsShown,
  });
  const { annotations, labels } = annotating;
  const index = createWorkspaceIndex(
    { connection, ...ports, open, folders, withErrorsLogged },
    () => void dictionaries?.load(),
  );
  const language = createLanguageModelSession(ports.resources, connection, (detector) => {
    detected = detector;
    renewAnalyser();
  });
  let mayWaitForEdits = false;
  let showsRuleDocuments = false;
  let commands: ReadonlySet<string> = new Set();
  let canPreview = false;
  let settings = DEFAULT_SETTINGS;
  let recognition = readRecognition(undefined);
  let hints = readInlayHintChoice(undefined);
  let client: Pick<InitializeParams, 'capabilities'> = { capabilities: {} };
  let dictionaries: Dictionaries | undefined;
  let inForce: LoadedDictionaries | undefined;
  let detected: Detector | undefined;
  let isLoading = true;
  const beingOpened = new Set<string>();

  const ruleDocument = (rule: string): string | undefined =>
    showsRuleDocuments ? ports.resources.ruleDocumentUri(rule) : undefined;
  const turns = createTurns();
  const answer = createAnswer(open, turns, withErrorsLogged);
  const answerCommand = createAnswer(open, turns, withErrorsShown);

  const applySidecar = (uri: string): void => {
    open.setSidecar(uri, sidecars.get(uri));
    publisher.changed(uri);
    structure.tellChanged(uri);
  };
  const readSidecar = async (uri: string): Promise<void> => {
    const before = sidecars.get(uri);
    await withErrorsShown(`Sidecar of ${uri}`, undefined, () => sidecars.load(uri));
    const sidecar = sidecars.get(uri);
    // Annotations alone change nothing that is found.
    if (!hasSameFacts(before, sidecar) || beingOpened.has(uri)) applySidecar(uri);
    await annotations.sidecarChanged(uri);
  };

  const publishAll = (): void => {
    for (const uri of open.uris()) if (!beingOpened.has(uri)) publisher.changed(uri);
  };
  /** Settings, dictionaries or the language model have changed: whatever was found is looked for again. */
  const renewAnalyser = (): void => {
    const areDictionariesLoading = inForce === undefined;
    const resources = { ...inForce, detector: detected, areDictionariesLoading };
    open.setAnalyser(createAnalyser(settings, resources));
    // Read without the dictionaries, the whole workspace would be read again a moment later.
    if (inForce) index.setContext({ recognition, dictionaries: inForce.own, revision: inForce.gazetteer.revision });
    publishAll();
    refreshMentions(connection, client.capabilities, withErrorsLogged);
  };

  /** Loads what the first findings do not wait for. What dictionaries know is not reported, so they come first. */
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
    folders.initialise(params, () => {
      dictionaries?.foldersChanged();
      labels.foldersChanged();
      index.filesChanged();
    });
    index.initialise(params);
    annotating.initialise(params);
    dictionaries = createDictionaries(connection, params, {
      files: ports.files,
      resources: ports.resources,
      folders: folders.current,
      withErrorsLogged,
      apply(loaded) {
        inForce = loaded;
        renewAnalyser();
      },
    });
    watchConfiguration(connection, params, withErrorsLogged, (next, raw) => {
      settings = next;
      recognition = readRecognition(raw);
      hints = readInlayHintChoice(raw);
      annotating.configure(raw);
      language.configure(settings);
      publisher.start();
      renewAnalyser();
      dictionaries?.configure(settings.userDictionary);
    });
    return { capabilities: capabilitiesFor(params), serverInfo: { name: 'Galley' } };
  });

  documents.onDidOpen(({ document }) => {
    const { uri } = document;
    if (!open.get(uri)) return;
    // What was dismissed must be known first, or it would flash up.
    beingOpened.add(uri);
    const read = readSidecar(uri).finally(() => beingOpened.delete(uri));
    const begin = (): Promise<void> => annotations.opened(document, sidecars.get(uri));
    const begun = read.then(() => withErrorsLogged(`Annotations of ${uri}`, undefined, begin));
    annotations.opening(uri, begun);
  });
  documents.onDidSave(({ document: { uri } }) => {
    void annotations.saved(uri);
    void withErrorsShown(`Structure of ${uri}`, undefined, () => structure.saved(uri));
  });
  connection.onShutdown(async () => {
    await annotations.end();
    await sidecars.settled();
    await withErrorsLogged('Index of the workspace', undefined, () => index.close());
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    turns.arrived();
    if (!beingOpened.has(uri)) publisher.changed(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
    sidecars.forget(uri);
    publisher.closed(uri);
    annotations.closed(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    index.filesChanged();
    const changed = new Set(changes.map(({ uri }) => uri));
    dictionaries?.filesChanged(changed);
    labels.filesChanged(changed);
    for (const uri of open.uris()) if (changed.has(sidecarUriOf(uri))) void readSidecar(uri);
  });

  const dictionariesLoaded = async (): Promise<void> => {
    await dictionaries?.load();
  };

  const annotationService = registerAnnotationRequests({
    connection,
    ...ports,
    ...annotating,
    open,
    turns,
    folders: folders.current,
    recognition: () => recognition,
    answer,
    answerCommand,
    withErrorsShown,
    dictionariesLoaded,
    sidecarChanged: readSidecar,
    sidecars,
    applySidecar,
  });
  registerAgreementRequests({ connection, open, annotations, files: ports.files, sidecars, answerCommand });
  registerIssueRequests({
    connection,
    ports,
    open,
    sidecars,
    language,
    dictionariesLoaded,
    answer,
    answerCommand,
    applySidecar,
    annotationActions: (issue, here, isAutomatic) => annotationService.actions(issue, here, { commands, isAutomatic }),
    codeActionService: () => ({ canResolve: mayWaitForEdits, commands, ruleDocument }),
  });
  registerMentionRequests({
    connection,
    resources: ports.resources,
    open,
    index,
    answer,
    dictionariesLoaded,
    hints: () => hints,
  });
  const structure = registerStructureRequests({
    connection,
    open,
    sidecars,
    answer,
    answerCommand,
    applySidecar,
    author: () => annotating.settings().author,
  });
  serveExports({
    connection,
    ...ports,
    open,
    sidecars,
    annotations,
    labels,
    language,
    turns,
    dictionariesLoaded,
    inForce: () => ({ settings, dictionaries: inForce?.own ?? [] }),
    folders: folders.current,
    recognition: () => recognition,
    withErrorsShown,
    sidecarChanged: readSidecar,
  });
  registerIndexRequests({
    connection,
    open,
    index,
    folders,
    answer,
    turns,
    withErrorsLogged,
    canPreview: () => canPreview,
  });

  registerCommands({
    connection,
    resources: ports.resources,
    sidecars,
    annotations: annotationService,
    structure,
    answerCommand,
    withErrorsShown,
    dictionaries: () => dictionaries,
    applySidecar,
  });

  documents.listen(connection);
  connection.listen();
}

/** The commands that a client says it has. */
function commandsOf(initializationOptions: unknown): ReadonlySet<string> {
  const { commands } = propertiesOf(initializationOptions);
  return new Set(Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : []);
}
