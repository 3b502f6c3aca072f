import { t } from '@vscode/l10n';
import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import { DEFAULT_LABELS, readLabelFile, type LabelReading } from '../../annotations/labels/labels';
import type { LabelSet } from '../../annotations/labels/schema';
import type { FileSystem } from '../../ports/fileSystem';
import { AnnotationMethod } from '../annotationProtocol';
import type { ErrorHandling } from './errors';
import { showMessage } from './showMessage';
import type { WorkspaceFolders } from './workspaceFolders';

/** The labels of a session: those of each folder of the workspace, else of the settings, else of Galley. */
export interface Labels {
  initialise(params: InitializeParams): void;
  /** Says what the settings have; undefined if they have no labels. */
  configure(labels: LabelReading | undefined): void;
  /** The labels for an issue, once all files have been read. */
  of(uri: string): Promise<LabelSet>;
  foldersChanged(): void;
  filesChanged(uris: ReadonlySet<string>): void;
}

/** Where a folder of a workspace has its labels. */
const LABELS_PATH = '.galley/labels.json';

/** Keeps the labels. What is wrong with them is shown once. */
export function createLabels(
  connection: Connection,
  files: FileSystem,
  folders: WorkspaceFolders,
  withErrorsShown: ErrorHandling,
): Labels {
  let ofSettings: LabelSet | undefined;
  let reading: Promise<ReadonlyMap<string, LabelSet>> | undefined;
  let shown = '';

  const tell = (where: string, problems: readonly string[]): void => {
    const message = `${where}: ${problems.join(' ')}`;
    if (problems.length > 0 && message !== shown) showMessage(connection, 'warning', message);
    if (problems.length > 0) shown = message;
  };
  const read = async (): Promise<ReadonlyMap<string, LabelSet>> => {
    const found = new Map<string, LabelSet>();
    for (const folder of await folders()) {
      const text = await withErrorsShown(LABELS_PATH, undefined, () => files.readText(`${folder}/${LABELS_PATH}`));
      if (text === undefined) continue;
      const { labels, problems } = readLabelFile(text);
      tell(LABELS_PATH, problems);
      if (labels) found.set(folder, labels);
    }
    return found;
  };
  const readAgain = (): void => {
    // Nothing is read until somebody asks for labels.
    if (!reading) return;
    reading = read();
    void reading.then(() => connection.sendNotification(AnnotationMethod.labelsChanged));
  };

  return {
    initialise({ capabilities }) {
      if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
      connection.onInitialized(() => {
        const watchers = [{ globPattern: `**/${LABELS_PATH}` }];
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      });
    },
    configure(labels) {
      const isOther = JSON.stringify(labels?.labels) !== JSON.stringify(ofSettings);
      ofSettings = labels?.labels;
      tell(t('Setting galley.annotation.labels'), labels?.problems ?? []);
      if (isOther) readAgain();
    },
    async of(uri) {
      const ofFolders = await (reading ??= read());
      const folder = [...ofFolders.keys()].find((one) => uri.startsWith(`${one}/`));
      return (folder === undefined ? undefined : ofFolders.get(folder)) ?? ofSettings ?? DEFAULT_LABELS;
    },
    foldersChanged: readAgain,
    filesChanged(uris) {
      if ([...uris].some((uri) => uri.endsWith(`/${LABELS_PATH}`))) readAgain();
    },
  };
}
