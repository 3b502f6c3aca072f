import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import type { ArchiveKeeper, ArchiveNews, IndexHost } from '../ports/indexHost';
import { canonicalUri } from '../workspace/fileUri';
import type { Questions } from '../workspace/questions';
import { recordOf, type IssueRecord } from '../workspace/record';
import type { ArchiveUpdate, UpdateOutcome } from '../workspace/update';
import { showProgress } from './archiveProgress';
import type { OpenIssue, OpenIssues } from './openIssues';
import { Method } from './protocol';
import type { Safely } from './safely';
import { workspaceFoldersOf } from './workspaceFolders';

/** What decides how the issues of a workspace are found and read, beside the files. */
export type ArchiveContext = Omit<ArchiveUpdate, 'folders' | 'onlyKnown'>;

/** The archive of the client's workspace, in step with its files and with what is open and not saved. */
export interface WorkspaceArchive {
  initialise(params: InitializeParams): void;
  /** Begins to read the workspace, or reads it again because settings or dictionaries have changed. */
  setContext(context: ArchiveContext): void;
  /** Waits until settings and dictionaries are known: before, many names would be known by other keys. */
  ready(): Promise<void>;
  /** Files may have changed outside of the editor. */
  filesChanged(): void;
  /** Asks about the workspace as the user sees it now. What has not been read yet is missing. */
  ask<Name extends keyof Questions>(
    question: Name,
    ...given: Parameters<Questions[Name]>
  ): Promise<ReturnType<Questions[Name]>>;
  /** Looks at all files again, so that places are those of the files as they are now. */
  refresh(): Promise<UpdateOutcome>;
  /** The same, and goes on where the user has stopped the reading. */
  resume(): Promise<UpdateOutcome>;
  /** Whether many files are still to be read. */
  isReading(): boolean;
  /** The open issue that an answer names; undefined where it is not open. */
  openIssue(uri: string): OpenIssue | undefined;
  close(): Promise<void>;
}

/** What the archive sees of the server. */
export interface ArchiveSurroundings {
  readonly connection: Connection;
  readonly index: IndexHost;
  readonly open: OpenIssues;
  readonly safely: Safely;
}

/** Milliseconds after the start until the workspace is read: the issue that is open comes first. */
const HEAD_START = 500;

/** Milliseconds without a change of files after which they are looked at: a check-out changes thousands at once. */
const PAUSE = 300;

/** Makes the archive; nothing is started before it is needed. `askForContext` is to lead to a call of `setContext`. */
export function createWorkspaceArchive(surroundings: ArchiveSurroundings, askForContext: () => void): WorkspaceArchive {
  const { connection, index, open, safely } = surroundings;
  /** What the archive was given of open issues, by canonical URI. */
  const covering = new Map<string, OpenIssue>();
  let keeper: ArchiveKeeper | undefined;
  let client: InitializeParams | undefined;
  let context: ArchiveContext | undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let isStoppedByUser = false;
  let isClosed = false;
  let watching = Promise.resolve({ dispose: (): void => undefined });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<UpdateOutcome> | undefined;
  let next: Promise<UpdateOutcome> | undefined;

  const progress = showProgress(connection, () => {
    isStoppedByUser = true;
    keeper?.stop();
  });
  const onNews = (news: ArchiveNews): void => {
    if ('log' in news) connection.console.log(news.log);
    else progress.report(news.done, news.total);
  };
  const started = (): ArchiveKeeper =>
    (keeper ??= index.openArchive({ storage: storageOf(client), locale: client?.locale }, onNews));

  const ready = (): Promise<void> => {
    askForContext();
    return begun;
  };

  const run = async (): Promise<UpdateOutcome> => {
    await ready();
    const folders = await workspaceFoldersOf(connection, client);
    if (!context || folders.length === 0) return { read: 0, removed: 0, isComplete: true };
    const outcome = await started().update({ ...context, folders, onlyKnown: isStoppedByUser });
    progress.end();
    if (outcome.read + outcome.removed > 0) await connection.sendNotification(Method.archiveChanged);
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
  /** Closing the archive ends an update that is running, which is no error. */
  const updateUntilClosed = async (): Promise<void> => {
    await update().catch((error: unknown) => {
      if (!isClosed) throw error;
    });
  };
  const updateAfter = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void safely('Index of the workspace', undefined, updateUntilClosed), pause);
  };

  const cover = (): void => {
    const uris = new Set<string>();
    for (const shown of open.uris()) {
      const issue = open.get(shown);
      const uri = canonicalUri(shown);
      uris.add(uri);
      if (!issue || covering.get(uri) === issue) continue;
      covering.set(uri, issue);
      started().cover(recordOfOpen(issue, uri));
    }
    for (const uri of covering.keys()) {
      if (uris.has(uri)) continue;
      covering.delete(uri);
      started().uncover(uri);
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
    async ask(question, ...given) {
      await ready();
      cover();
      return started().ask(question, ...given);
    },
    refresh: update,
    resume() {
      isStoppedByUser = false;
      return update();
    },
    isReading: () => progress.isShown(),
    openIssue: (uri) => open.get(covering.get(uri)?.uri ?? ''),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      keeper?.stop();
      await keeper?.close();
    },
  };
}

function recordOfOpen(issue: OpenIssue, uri: string): IssueRecord {
  return recordOf(issue.analysis, { uri, stamp: `open ${issue.version}`, isUtf8: true });
}

/** The folder that the client sets aside for an extension's own files. */
function storageOf(client: InitializeParams | undefined): string | undefined {
  const options: unknown = client?.initializationOptions;
  if (typeof options !== 'object' || options === null || !('storageUri' in options)) return undefined;
  return typeof options.storageUri === 'string' ? options.storageUri : undefined;
}

/**
 * Asks to be told of changes. Whatever vanishes is told of, because the end of a folder is not told of for each file
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
