import {
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type Connection,
  type Diagnostic as Published,
  type Disposable,
  type InitializeParams,
} from 'vscode-languageserver';
import { t } from '@vscode/l10n';
import type { Tagger } from '../../entities/detect/tagger/tagger';
import { linesOf, type Lines } from '../../core/lines';
import { visible } from '../../core/visible';
import { withoutMark } from '../../source/byteOrderMark';
import { withRows } from '../../gazetteer/format/addRows';
import type { Fields } from '../../gazetteer/format/columns';
import { createGazetteer, type UserDictionary } from '../../gazetteer/gazetteer';
import type { Gazetteer } from '../../gazetteer/model';
import { problemLines, type DictionaryProblem } from '../../gazetteer/format/readDictionary';
import { folderOf } from '../../index/fileUri';
import type { FileSystem } from '../../ports/fileSystem';
import type { Resources } from '../../ports/resources';
import { extentAsSent, rangeOfExtent } from '../ranges';
import type { ErrorHandling } from './errors';
import { log } from './log';
import { showMessage } from './showMessage';
import type { WorkspaceFolders } from './workspaceFolders';
import { messageOf } from '../../core/problems';

/** The dictionaries of a session: those that ship, the user's, and those of the workspace's folders. */
export interface Dictionaries {
  /** Says where the dictionary of the user is; none where the setting is empty. */
  configure(userDictionary: string | undefined): void;
  /** Puts the dictionaries in force where they are not yet; gives what is in force. */
  load(): Promise<LoadedDictionaries | undefined>;
  /** Reads the user's own again, because folders of the workspace have come or gone. */
  foldersChanged(): void;
  /** Reads the user's own again where one of the files is among them. */
  filesChanged(uris: ReadonlySet<string>): void;
  /**
   * Adds rows to the dictionary of the workspace's folder in which a document lies, else to the user's. Returns the URI of
   * that dictionary. Rejects with a sentence where there is none, or where it could not be written.
   */
  add(documentUri: string, rows: readonly Fields[]): Promise<string>;
}

/** Where a folder of a workspace has its dictionary. */
const OWN_FOLDER = '.galley';
const OWN_PATH = `${OWN_FOLDER}/dictionary.tsv`;

/** What is in force: what all dictionaries know, and those of them that are the user's. */
export interface LoadedDictionaries {
  readonly gazetteer: Gazetteer;
  readonly tagger: Tagger | undefined;
  readonly own: readonly UserDictionary[];
}

/** What the dictionaries need of the server. */
export interface DictionarySurroundings {
  readonly files: FileSystem;
  readonly resources: Resources;
  readonly folders: WorkspaceFolders;
  readonly withErrorsLogged: ErrorHandling;
  apply(loaded: LoadedDictionaries): void;
}

/** Makes the dictionaries. `apply` is given what is in force, again after each change. */
export function createDictionaries(
  connection: Connection,
  { capabilities }: InitializeParams,
  { files, resources, folders, withErrorsLogged, apply }: DictionarySurroundings,
): Dictionaries {
  let user: string | undefined;
  let isWanted = false;
  let loaded: LoadedDictionaries | undefined;
  let watching: Promise<Disposable> | undefined;
  const marked = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const ownUris = async (): Promise<readonly string[]> => [
    ...(user === undefined ? [] : [user]),
    ...(await folders()).map(dictionaryOf),
  ];

  const read = async (): Promise<void> => {
    const shipped = await tellingOnce(resources.loadDictionaries);
    const own: { readonly uri: string; readonly source: UserDictionary }[] = [];
    for (const uri of await ownUris()) {
      const source = await withErrorsLogged(`Dictionary ${uri}`, undefined, () => resources.readDictionary(uri));
      if (source) own.push({ uri, source });
      else if (uri === user) log(connection, 'warn', t('There is no dictionary {0}.', uri));
    }
    const sources = own.map(({ source }) => source);
    const { gazetteer, problems } = createGazetteer({ shipped, own: sources });
    for (const line of problemLines(problems)) log(connection, 'warn', line);
    const uris = new Set([...marked, ...own.map(({ uri }) => uri)]);
    for (const uri of uris) {
      const source = own.find((one) => one.uri === uri)?.source;
      const here = problems.filter(({ dictionary }) => dictionary === source?.dictionary);
      const lines = linesOf(withoutMark(source?.text ?? ''));
      if (here.length > 0 || marked.delete(uri))
        void connection.sendDiagnostics({ uri, diagnostics: here.map((problem) => published(problem, lines)) });
      if (here.length > 0) marked.add(uri);
    }
    loaded = { gazetteer, own: sources, tagger: await tellingOnce(resources.loadTagger) };
    apply(loaded);
  };
  const told = new Set<string>();
  /** What is loaded; where that fails, the user gets one message, and everything else works without. */
  const tellingOnce = async <Loaded>(load: () => Promise<Loaded>): Promise<Loaded | undefined> => {
    try {
      return await load();
    } catch (error) {
      const message = messageOf(error);
      if (!told.has(message)) showMessage(connection, 'warning', message);
      told.add(message);
      return undefined;
    }
  };
  /** One after the other, so that what is read last is in force last. */
  const readAgain = (): Promise<void> => {
    const next = last.then(() => withErrorsLogged('Dictionaries', undefined, read));
    last = next;
    return next;
  };
  const watch = async (): Promise<void> => {
    const { dynamicRegistration, relativePatternSupport } = capabilities.workspace?.didChangeWatchedFiles ?? {};
    if (dynamicRegistration !== true) return;
    const before = watching;
    const outside = user !== undefined && relativePatternSupport === true ? [{ globPattern: patternOf(user) }] : [];
    // Of a folder that comes or goes with all that is in it, the file is not always told.
    const watchers = [{ globPattern: `**/${OWN_FOLDER}` }, { globPattern: `**/${OWN_PATH}` }, ...outside];
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await before)?.dispose();
  };

  return {
    configure(userDictionary) {
      const uri = userDictionary === undefined ? undefined : resources.dictionaryUri(userDictionary);
      if (uri === user) return;
      user = uri;
      if (isWanted) void watch().then(readAgain);
    },
    async load() {
      if (!isWanted) {
        isWanted = true;
        void watch();
        void readAgain();
      }
      await last;
      return loaded;
    },
    foldersChanged() {
      if (isWanted) void readAgain();
    },
    filesChanged(uris) {
      const isOwn = (uri: string): boolean =>
        uri === user || uri.endsWith(`/${OWN_PATH}`) || uri.endsWith(`/${OWN_FOLDER}`);
      if (isWanted && [...uris].some(isOwn)) void readAgain();
    },
    async add(documentUri, rows) {
      const all = await folders();
      const folder = all.find((uri) => documentUri.startsWith(`${uri}/`)) ?? all[0];
      const uri = folder === undefined ? user : dictionaryOf(folder);
      if (uri === undefined) throw new Error(t('Open a folder first, or specify your own dictionary in the settings.'));
      await files.changeText(uri, folder ?? folderOf(uri), (text) => withRows(text, rows));
      await readAgain();
      return uri;
    },
  };
}

function dictionaryOf(folder: string): string {
  return `${folder}/${OWN_PATH}`;
}

/** A file anywhere, as a client watches it. */
function patternOf(uri: string): { readonly baseUri: string; readonly pattern: string } {
  const baseUri = folderOf(uri);
  return { baseUri, pattern: decodeURIComponent(uri.slice(baseUri.length + 1)) };
}

function published({ line, column, length, message }: DictionaryProblem, lines: Lines): Published {
  const start = { line: line - 1, column: column - 1 };
  const end = { ...start, column: start.column + length };
  return {
    range: rangeOfExtent(extentAsSent(lines, { start, end })),
    severity: DiagnosticSeverity.Warning,
    source: 'galley',
    message: visible(message),
  };
}
