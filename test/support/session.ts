import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  MessageType,
  type PublishDiagnosticsParams,
  type ShowMessageParams,
  type TextDocumentClientCapabilities,
  type TextDocumentContentChangeEvent,
  WorkDoneProgress,
  type WorkDoneProgressCreateParams,
  type WorkspaceEdit,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { AnnotationMethod, type AnnotationsParams } from '../../server/src/lsp/annotationProtocol';
import {
  DISMISS_COMMAND,
  LANGUAGE_ID,
  Method,
  type OccurrencesParams,
  type StatusParams,
} from '../../server/src/lsp/protocol';

/** A client of the real server, which runs as a separate process and is spoken to over its standard streams. */
export interface Session {
  /** A separate folder for the issues of this session. */
  readonly folder: string;
  /** Of the server's process. */
  readonly pid: number | undefined;
  /** What the server says it can do. */
  readonly capabilities: InitializeResult['capabilities'];
  /** What the server has shown to the user. */
  readonly shown: readonly string[];
  /** The edits that the server has asked for; the session does not make them. */
  readonly applied: readonly WorkspaceEdit[];
  /** Lines of the server's log. */
  readonly logged: readonly string[];
  /**
   * Allows errors and warnings in the log that match, until the end of the test. Any other error or warning fails the
   * test in which it is logged; see serverLog.ts.
   */
  allowLog(pattern: RegExp): void;
  /** How far work has come that the server reports, one line a report. */
  readonly progress: readonly string[];
  /** Writes a text into the folder and opens it; gives its URI. */
  open(name: string, text: string, languageId?: string): string;
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** The findings of the document's present version, as soon as they are there. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The next findings that are published, whatever the version. */
  nextDiagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The findings as soon as they are as wanted: others may be published before, as when the language model is read. */
  diagnosticsWhere(uri: string, isWanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Where grouped findings of the document's present version occur besides their first place. */
  occurrences(uri: string): Promise<OccurrencesParams>;
  /** The status of the document's present version as soon as all checks have run. */
  completeStatus(uri: string): Promise<StatusParams>;
  /** Every status that was sent, in order. */
  readonly statuses: readonly StatusParams[];
  /** What the server has said of annotations without being asked, in order. */
  readonly annotated: readonly AnnotationsParams[];
  /** The origins that a server in a browser has asked for anything. */
  readonly requested: ReadonlySet<string>;
  request<Result>(method: string, params: object): Promise<Result>;
  notify(method: string, params: object): void;
  /** Takes an action of the lamp that dismisses a finding. */
  dismiss(uri: string, fingerprint: string): Promise<void>;
  configure(settings: unknown): void;
  /** Ends the server; gives its exit code. */
  end(): Promise<number | null>;
}

/** How a session differs from an English one with all settings at their defaults. */
export interface SessionOptions {
  readonly locale?: string;
  readonly settings?: unknown;
  /** What the client can do with text documents. */
  readonly capabilities?: TextDocumentClientCapabilities;
  /** A folder that is the workspace; it outlasts the session. Without one the session has a folder, but no workspace. */
  readonly workspace?: string;
  /** The bundle that is run: the one that ships, unless told otherwise. */
  readonly server?: string;
  /** What it is run with: `--stdio`, unless told otherwise. */
  readonly words?: readonly string[];
  /** Whether the server runs in a worker of a real browser, with the files of the session. */
  readonly browser?: boolean;
  /** A folder for the server's own files. */
  readonly storage?: string;
  /** How the client can count positions, as it likes best. It says nothing of it, unless told otherwise. */
  readonly positionEncodings?: readonly string[];
  /** Commands that the client says it has. */
  readonly commands?: readonly string[];
  /** Whether the user stops the first work that shows its progress. */
  readonly impatient?: boolean;
  /** Answers which folders are open. Without it the client says that it cannot be asked. */
  readonly folders?: () => readonly string[];
}

/** A client that lets the user confirm each change, as VS Code does. */
const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };

const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

/** The log of one server, as far as a test has to answer for it. */
export interface ServerLog {
  /** Errors and warnings of the log, and lines of standard error. */
  complaints: string[];
  /** What the test allows among them. */
  allowed: RegExp[];
}

/** The logs of all servers that this process has started. */
export const serverLogs: ServerLog[] = [];

/** Starts the server and initialises it. */
export async function startSession({
  locale = 'en',
  settings = {},
  capabilities: textDocument = {},
  workspace,
  server: bundle = SERVER,
  words = ['--stdio'],
  browser = false,
  storage,
  positionEncodings,
  commands = [],
  impatient = false,
  folders,
}: SessionOptions = {}): Promise<Session> {
  const { connection, ended, requested, pid, onErrorOutput } = await (browser
    ? connectToBrowser()
    : connectToProcess(bundle, words));
  const folder = workspace ?? mkdtempSync(join(tmpdir(), 'galley-'));
  const shown: string[] = [];
  const applied: WorkspaceEdit[] = [];
  const logged: string[] = [];
  const log: ServerLog = { complaints: [], allowed: [] };
  serverLogs.push(log);
  const progress: string[] = [];
  const versions = new Map<string, number>();
  const published = new Map<string, PublishDiagnosticsParams>();
  const occurring = new Map<string, OccurrencesParams>();
  const statuses: StatusParams[] = [];
  const annotated: AnnotationsParams[] = [];
  const waiting = new Set<() => void>();
  let current = settings;
  let stops = impatient;

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    for (const look of waiting) look();
  });
  connection.onNotification(Method.occurrences, (params: OccurrencesParams) => {
    occurring.set(params.uri, params);
    for (const look of waiting) look();
  });
  connection.onNotification(Method.status, (params: StatusParams) => {
    statuses.push(params);
    for (const look of waiting) look();
  });
  connection.onNotification(AnnotationMethod.annotations, (params: AnnotationsParams) => void annotated.push(params));
  connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => void shown.push(message));
  connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
    logged.push(message);
    if (type === MessageType.Error || type === MessageType.Warning) log.complaints.push(message);
  });
  onErrorOutput((output) => {
    process.stderr.write(output);
    log.complaints.push(output.trimEnd());
  });
  connection.onRequest('workspace/configuration', () => [current]);
  connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
    connection.onProgress(WorkDoneProgress.type, token, (report) => {
      progress.push(report.kind === 'report' ? (report.message ?? '') : report.kind);
      if (report.kind !== 'report' || !stops) return;
      stops = false;
      void connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    return null;
  });
  connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    applied.push(edit);
    return { applied: true };
  });
  connection.onRequest('workspace/workspaceFolders', () => folders?.().map(folderOf) ?? null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, workspaceEdit, workspaceFolders: folders !== undefined },
      window: { workDoneProgress: true },
      ...(positionEncodings ? { general: { positionEncodings } } : {}),
      textDocument,
    },
    workspaceFolders: workspace === undefined ? null : [folderOf(workspace)],
    initializationOptions: {
      commands,
      ...(storage === undefined ? {} : { storageUri: pathToFileURL(storage).href }),
    },
    locale,
  });
  await connection.sendNotification('initialized', {});

  const until = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isThere()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const notify = (method: string, params: object): void => void connection.sendNotification(method, params);

  return {
    folder,
    pid,
    capabilities,
    requested,
    shown,
    applied,
    logged,
    allowLog: (pattern) => void log.allowed.push(pattern),
    progress,
    open(name, text, languageId = LANGUAGE_ID) {
      writeFileSync(join(folder, name), text);
      const uri = pathToFileURL(join(folder, name)).href;
      versions.set(uri, 1);
      published.delete(uri);
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return uri;
    },
    change(uri, ...contentChanges) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    async diagnostics(uri) {
      await until(() => published.get(uri)?.version === versions.get(uri));
      return published.get(uri)?.diagnostics ?? [];
    },
    async nextDiagnostics(uri) {
      published.delete(uri);
      await until(() => published.has(uri));
      return published.get(uri)?.diagnostics ?? [];
    },
    async diagnosticsWhere(uri, isWanted) {
      await until(() => isWanted(published.get(uri)?.diagnostics ?? []));
      return published.get(uri)?.diagnostics ?? [];
    },
    async occurrences(uri) {
      await until(() => occurring.get(uri)?.version === versions.get(uri));
      return occurring.get(uri) ?? { uri, version: 0, places: [] };
    },
    async completeStatus(uri) {
      const complete = (): StatusParams | undefined =>
        statuses.find((one) => one.uri === uri && one.version === versions.get(uri) && !one.isChecking);
      await until(() => complete() !== undefined);
      return complete() as StatusParams;
    },
    statuses,
    annotated,
    request: (method, params) => connection.sendRequest(method, params),
    notify,
    async dismiss(uri, fingerprint) {
      await connection.sendRequest('workspace/executeCommand', {
        command: DISMISS_COMMAND,
        arguments: [uri, fingerprint],
      });
    },
    configure(next) {
      current = next;
      notify('workspace/didChangeConfiguration', { settings: null });
    },
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended();
      connection.dispose();
      if (workspace === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** A way to a server. */
interface Connected {
  readonly connection: ProtocolConnection;
  readonly pid: number | undefined;
  readonly requested: ReadonlySet<string>;
  /** Resolves with the exit code once the server has ended. */
  ended(): Promise<number | null>;
  onErrorOutput(listener: (output: string) => void): void;
}

function connectToProcess(bundle: string, words: readonly string[]): Connected {
  const server = spawn(process.execPath, [bundle, ...words], { stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const reader = new StreamMessageReader(server.stdout);
  const writer = new StreamMessageWriter(server.stdin);
  return {
    connection: createProtocolConnection(reader, writer),
    pid: server.pid,
    requested: new Set(),
    ended: () => ended,
    onErrorOutput: (listener) => void server.stderr.setEncoding('utf8').on('data', listener),
  };
}

async function connectToBrowser(): Promise<Connected> {
  // Most tests need no browser.
  const { serveFiles, startBrowserServer } = await import('./browserServer');
  const { reader, writer, requested, end } = await startBrowserServer();
  const connection = createProtocolConnection(reader, writer);
  serveFiles(connection);
  return {
    connection,
    pid: undefined,
    requested,
    async ended() {
      await end();
      return 0;
    },
    onErrorOutput: () => undefined,
  };
}

/** A folder of a workspace, as the protocol names it. */
export function folderOf(path: string): WorkspaceFolder {
  return { uri: pathToFileURL(path).href, name: basename(path) };
}
