import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import type { IndexProcess, IndexNews, IndexHost } from '../../ports/indexHost';
import { linesOf, type Lines } from '../../core/lines';
import { withoutMark } from '../../source/byteOrderMark';
import type { FileSystem } from '../../ports/fileSystem';
import { canonicalUri } from '../../index/fileUri';
import type { Queries } from '../../index/queries/queries';
import { recordOf, type IssueRecord } from '../../index/record';
import type { IndexUpdate, UpdateOutcome } from '../../index/update';
import { withColumnsAsSent } from './indexColumns';
import { showProgress } from './indexProgress';
import { log } from './log';
import type { OpenIssue, OpenIssues } from './openIssues';
import { Method } from '../protocol';
import type { ErrorHandling } from './errors';
import type { ClientFolders } from './workspaceFolders';
import { storageOf } from './storage';

/** What decides how the issues of a workspace are found and read, beside the files. */
export type IndexContext = Omit<IndexUpdate, 'folders' | 'onlyKnown'>;

/** The index of the client's workspace, in step with its files and with what is open and not saved. */
export interface WorkspaceIndex {
  initialise(params: InitializeParams): void;
  /** Begins to read the workspace, or reads it again because settings or dictionaries have changed. */
  setContext(context: IndexContext): void;
  /** Waits until settings and dictionaries are known: before, many names would be known by other keys. */
  ready(): Promise<void>;
  /** Files may have changed outside of the editor, or folders of the workspace. */
  filesChanged(): void;
  /** Asks about the workspace as the user sees it now, with columns in the units of the client. What has not been read yet is missing. */
  ask<Name extends keyof Queries>(query: Name, ...given: Parameters<Queries[Name]>): Promise<ReturnType<Queries[Name]>>;
  /** Looks at all files again, so that places are those of the files as they are now. */
  refresh(): Promise<UpdateOutcome>;
  /** The same, and goes on where the user has stopped the reading. */
  resume(): Promise<UpdateOutcome>;
  /** Whether all issues have been read; waits for that so many milliseconds. */
  isCompleteWithin(milliseconds: number): Promise<boolean>;
  /** Whether many files are still to be read. */
  isReading(): boolean;
  /** The open issue that an answer names; undefined where it is not open. */
  openIssue(uri: string): OpenIssue | undefined;
  close(): Promise<void>;
}

/** What the index sees of the server. */
export interface IndexDependencies {
  readonly connection: Connection;
  readonly files: Pick<FileSystem, 'readIssue'>;
  readonly index: IndexHost;
  readonly open: OpenIssues;
  readonly folders: ClientFolders;
  readonly withErrorsLogged: ErrorHandling;
}

/** Milliseconds after the start until the workspace is read: the issue that is open comes first. */
const HEAD_START = 500;

/** Milliseconds without a change of files after which they are looked at: a check-out changes thousands at once. */
const PAUSE = 300;

/** Makes the index; nothing starts before it is needed. `askForContext` must lead to a call of `setContext`. */
export function createWorkspaceIndex(surroundings: IndexDependencies, askForContext: () => void): WorkspaceIndex {
  const { connection, files, index, open, folders, withErrorsLogged } = surroundings;
  /** What the index was given of open issues, by canonical URI. */
  const overlays = new Map<string, OpenIssue>();
  let keeper: IndexProcess | undefined;
  let client: InitializeParams | undefined;
  let context: IndexContext | undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let isStoppedByUser = false;
  let isClosed = false;
  let isComplete = false;
  let watching = Promise.resolve({ dispose: (): void => undefined });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<UpdateOutcome> | undefined;
  let next: Promise<UpdateOutcome> | undefined;

  const progress = showProgress(connection, () => {
    isStoppedByUser = true;
    keeper?.stop();
  });
  const onNews = (news: IndexNews): void => {
    if ('log' in news) log(connection, 'log', news.log);
    else progress.report(news.done, news.total);
  };
  const started = (): IndexProcess =>
    (keeper ??= index.openIndex({ storage: storageOf(client?.initializationOptions), locale: client?.locale }, onNews));

  const ready = (): Promise<void> => {
    askForContext();
    return begun;
  };

  const run = async (): Promise<UpdateOutcome> => {
    await ready();
    const current = await folders.current();
    if (!context || (current.length === 0 && !keeper)) {
      isComplete = true;
      return { read: 0, removed: 0, isComplete };
    }
    const outcome = await started().update({ ...context, folders: current, onlyKnown: isStoppedByUser });
    progress.end();
    isComplete = outcome.isComplete && !isStoppedByUser;
    if (outcome.read + outcome.removed > 0) await connection.sendNotification(Method.indexChanged);
    return outcome;
  };
  /** One update runs, and one more may wait for it: that one sees whatever has changed until it begins. */
  const update = (): Promise<UpdateOutcome> => {
    if (running)
      return (next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return update();
        }));
    running = run().finally(() => (running = undefined));
    return running;
  };
  /** Closing the index ends an update that is running, which is no error. */
  const updateUntilClosed = async (): Promise<void> => {
    await update().catch((error: unknown) => {
      if (!isClosed) throw error;
    });
  };
  const updateAfter = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void withErrorsLogged('Index of the workspace', undefined, updateUntilClosed), pause);
  };

  /** The lines of an issue as the editor has it, else as it is on disk; undefined where it cannot be read any more. */
  const linesOfIssue = async (uri: string): Promise<Lines | undefined> =>
    openIssue(uri)?.analysis.document.lines ??
    withErrorsLogged(`Reading ${uri}`, undefined, async () => linesOf(withoutMark((await files.readIssue(uri)).text)));
  const openIssue = (uri: string): OpenIssue | undefined => open.get(overlays.get(uri)?.uri ?? '');

  const setOverlay = (): void => {
    const uris = new Set<string>();
    for (const shown of open.uris().filter((uri) => folders.isOfWorkspace(uri))) {
      const issue = open.get(shown);
      const uri = canonicalUri(shown);
      uris.add(uri);
      if (!issue || overlays.get(uri) === issue) continue;
      overlays.set(uri, issue);
      started().setOverlay(recordOfOpen(issue, uri));
    }
    for (const uri of overlays.keys()) {
      if (uris.has(uri)) continue;
      overlays.delete(uri);
      started().removeOverlay(uri);
    }
  };

  return {
    initialise(params) {
      client = params;
      if (params.workspaceFolders?.length) setTimeout(askForContext, HEAD_START);
    },
    setContext(given) {
      // What is being read with other dictionaries would have to be read again.
      if (context && context.revision !== given.revision) keeper?.stop();
      isComplete = false;
      context = given;
      begin();
      watching = watching.then(async (before) => {
        before.dispose();
        return watchFiles(connection, client, given.recognition.patterns);
      });
      updateAfter(0);
    },
    filesChanged() {
      if (context) updateAfter(PAUSE);
    },
    ready,
    async ask(query, ...given) {
      await ready();
      setOverlay();
      const answer = await started().ask(query, ...given);
      return withColumnsAsSent(query, answer, linesOfIssue);
    },
    refresh: update,
    resume() {
      isStoppedByUser = false;
      return update();
    },
    async isCompleteWithin(milliseconds) {
      await ready();
      let timeout: ReturnType<typeof setTimeout> | undefined;
      const timedOut = new Promise((resolve) => (timeout = setTimeout(resolve, milliseconds)));
      if (!isComplete) await Promise.race([running ?? update(), timedOut]).catch(() => undefined);
      clearTimeout(timeout);
      return isComplete;
    },
    isReading: () => progress.isShown(),
    openIssue,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      keeper?.stop();
      await keeper?.close();
    },
  };
}

function recordOfOpen(issue: OpenIssue, uri: string): IssueRecord {
  return recordOf(issue.analysis, { uri, fingerprint: `open ${issue.version}`, isUtf8: true });
}

/**
 * Asks the client to report changes. All deletions are watched, because a deleted folder is not reported for each file
 * within it.
 */
async function watchFiles(
  connection: Connection,
  client: InitializeParams | undefined,
  patterns: readonly string[],
): Promise<{ dispose(): void }> {
  if (client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true)
    return { dispose: () => undefined };
  const changes = ['**/*.txt', '**/*.galley.json', ...patterns].map((globPattern) => ({ globPattern }));
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [...changes, { globPattern: '**/*', kind: WatchKind.Delete }],
  });
}
