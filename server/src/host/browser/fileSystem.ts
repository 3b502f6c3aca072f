import { t } from '@vscode/l10n';
import { messageOf } from '../../core/problems';
import type { ChangedSidecar, FileSystem } from '../../ports/fileSystem';
import { EMPTY_SIDECAR, sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, unreadableSidecar } from '../../source/sidecar/read';
import { decodeAs, decodeIssue } from '../decode';
import { changedText } from '../fileBytes';
import { naming, Problem } from '../problem';
import { changeSidecarBytes, MAX_SIDECAR_BYTES, readSidecarBytes } from '../sidecarBytes';
import { MAX_BYTES } from '../sizeLimit';
import { changeFile } from './changeFile';
import type { ClientFiles } from './clientFiles';
import { sha256Of } from './digest';
import { findIssueFiles } from './findIssueFiles';
import { liesBelow, parentOf, pathIn } from './uris';

/** The files that the client can read. A new file that is saved nowhere has no sidecar and no neighbours. */
export function createFileSystem(files: ClientFiles): FileSystem {
  const text = async (uri: string): Promise<string | undefined> => {
    const bytes = await files.read(uri, MAX_BYTES);
    const read = bytes && decodeAs('UTF-8', bytes);
    if (bytes && read === undefined) throw new Problem(t('It is not valid UTF-8.'));
    return read;
  };
  return {
    async readIssue(uri) {
      refuseUnsaved(uri);
      const bytes = await files.read(uri, MAX_BYTES);
      if (!bytes) throw new Problem(t('No such file or folder.'));
      return { ...decodeIssue(bytes), sha256: await sha256Of(bytes) };
    },
    async readSidecar(issueUri) {
      if (isUnsaved(issueUri)) return NO_SIDECAR;
      try {
        const bytes = await files.read(sidecarNameOf(issueUri), MAX_SIDECAR_BYTES);
        return bytes ? await readSidecarBytes(bytes) : NO_SIDECAR;
      } catch (error) {
        return unreadableSidecar(messageOf(error));
      }
    },
    async changeSidecar(issueUri, change): Promise<ChangedSidecar> {
      refuseUnsaved(issueUri);
      const uri = sidecarNameOf(issueUri);
      let sidecar = EMPTY_SIDECAR;
      const oldKeptAs = await naming(pathIn(uri), () =>
        changeFile(files, { uri, maxBytes: MAX_SIDECAR_BYTES }, async (bytes) => {
          const changed = await changeSidecarBytes(bytes, change);
          sidecar = changed.sidecar;
          return changed.next;
        }),
      );
      return { sidecar, ...(oldKeptAs === undefined ? {} : { oldKeptAs }) };
    },
    async changeText(uri, folderUri, change) {
      if (!liesBelow(uri, folderUri)) throw new Problem(t('{0} is not in the folder.', pathIn(uri)));
      await naming(pathIn(uri), () =>
        changeFile(files, { uri, maxBytes: MAX_BYTES }, (bytes) => {
          const content = changedText(bytes, change);
          return content === undefined ? undefined : { content: new TextEncoder().encode(content) };
        }),
      );
    },
    readText: async (uri) => (isUnsaved(uri) ? undefined : text(uri)),
    async namesBeside(uri) {
      if (isUnsaved(uri)) return [];
      const entries = await files.list(parentOf(uri)).catch(() => undefined);
      return entries?.map(({ name }) => name) ?? [];
    },
    isBelow: (uri, folderUri) => Promise.resolve(liesBelow(uri, folderUri)),
    async findIssues(folders, recognition) {
      const { files: found, unreadable } = await findIssueFiles(files, folders, recognition);
      return { files: found, unreadable: new Map(unreadable.map(({ path, cause }) => [path, cause])) };
    },
  };
}

function isUnsaved(uri: string): boolean {
  return uri.startsWith('untitled:');
}

function refuseUnsaved(uri: string): void {
  if (isUnsaved(uri)) throw new Problem(t('Save the document to a file first.'));
}
