import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../../ports/fileSystem';
import { EMPTY_SIDECAR, sidecarNameOf } from '../../source/sidecar/model';
import type { SidecarReading } from '../../source/sidecar/read';
import type { Sidecar } from '../../source/sidecar/schema';
import { showMessage } from './showMessage';

/** The sidecars of the issues that are open. */
export interface Sidecars {
  /** What is known of an issue; empty until `load` has ended. */
  get(uri: string): Sidecar;
  /** Reads the sidecar of an issue, open or not, and keeps nothing of it. */
  read(uri: string): Promise<SidecarReading>;
  /** Reads the sidecar again. Whatever is wrong with it is shown to the user once. */
  load(uri: string): Promise<Sidecar>;
  /**
   * Changes the sidecar and writes it, on top of what is on disk by then. A file that could not be read in full is
   * kept aside first; one of a newer version is left alone. Rejects with a sentence where it could not be written.
   */
  change(uri: string, change: (sidecar: Sidecar) => Sidecar): Promise<Sidecar>;
  forget(uri: string): void;
  /** Resolves once whatever is being read or written has ended. */
  settled(): Promise<void>;
}

/** Keeps sidecars by the URI of their issue. One sidecar is read and changed by one at a time, so that the last is the newest. */
export function createSidecars(files: FileSystem, connection: Connection): Sidecars {
  const known = new Map<string, Sidecar>();
  const shown = new Map<string, string>();
  const working = new Map<string, Promise<unknown>>();
  const inOrder = <Result>(uri: string, work: () => Promise<Result>): Promise<Result> => {
    const result = Promise.resolve(working.get(uri)).then(work);
    const settled = result
      .catch(() => undefined)
      .finally(() => {
        if (working.get(uri) === settled) working.delete(uri);
      });
    working.set(uri, settled);
    return result;
  };

  return {
    get: (uri) => known.get(uri) ?? EMPTY_SIDECAR,
    read: (uri) => files.readSidecar(uri),
    load: (uri) =>
      inOrder(uri, async () => {
        const { sidecar, problems } = await files.readSidecar(uri);
        const message = problems.join(' ');
        if (message && shown.get(uri) !== message)
          showMessage(
            connection,
            'warning',
            t('Could not read all of {0}. {1}', fileNameOf(sidecarUriOf(uri)), message),
          );
        shown.set(uri, message);
        known.set(uri, sidecar);
        return sidecar;
      }),
    change: (uri, change) =>
      inOrder(uri, async () => {
        const { sidecar, oldKeptAs } = await files.changeSidecar(uri, change);
        known.set(uri, sidecar);
        if (oldKeptAs !== undefined) {
          const name = fileNameOf(sidecarUriOf(uri));
          showMessage(connection, 'warning', t('The unreadable parts of {0} were saved to {1}.', name, oldKeptAs));
        }
        return sidecar;
      }),
    forget(uri) {
      known.delete(uri);
      shown.delete(uri);
    },
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}

/** The URI of the sidecar that belongs to an issue. */
export function sidecarUriOf(uri: string): string {
  return sidecarNameOf(uri);
}

/** The name of a file from its URI, as a person would write it. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
