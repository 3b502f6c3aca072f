import { fileURLToPath } from 'node:url';
import { t } from '@vscode/l10n';
import { version } from '../../../../../package.json';
import type { Archive } from '../../../workspace/archive';
import type { ArchiveNews } from '../../../ports/indexHost';
import type { ArchiveUpdate, UpdateOutcome } from '../../../workspace/update';
import { findIssueFiles, type IssueCandidate } from './findIssueFiles';
import { readIssues } from './readIssues';

/** What an update needs beside the archive. */
export interface UpdateContext {
  /** Of the user, for messages. */
  readonly locale: string | undefined;
  isStopped(): boolean;
  /** The archive has changed. */
  changed(): void;
  tell(news: ArchiveNews): void;
}

/** Makes an archive agree with the files of its folders: what is gone is removed, what has changed is read. */
export async function updateArchive(
  archive: Archive,
  { folders, recognition, dictionaries, revision, onlyKnown }: ArchiveUpdate,
  { locale, isStopped, changed, tell }: UpdateContext,
): Promise<UpdateOutcome> {
  const files = await findIssueFiles(
    folders.filter(isFile).map((uri) => fileURLToPath(uri)),
    recognition,
  );
  const state = ` ${version} ${revision}`;
  const candidates = files.map((file) => ({ ...file, stamp: `${file.stamp}${state}` }));
  const present = new Set(candidates.map(({ uri }) => uri));
  const gone = archive.uris().filter((uri) => !present.has(uri));
  for (const uri of gone) archive.remove(uri);
  if (gone.length > 0) changed();

  const stale = candidates.filter(({ uri, stamp }) => {
    const known = archive.stampOf(uri);
    return known !== stamp && !(onlyKnown && known === undefined);
  });
  if (stale.some(({ uri }) => archive.stampOf(uri)?.endsWith(state) === false))
    tell({
      log: t(
        'The dictionaries or Galley have changed since the workspace was indexed. Galley is reading its issues again.',
      ),
    });

  let done = 0;
  const step = (): void => {
    changed();
    tell({ done: ++done, total: stale.length });
  };
  await readIssues(
    stale,
    { locale, dictionaries },
    {
      issue(record) {
        archive.put(record);
        step();
      },
      other({ uri, path, stamp }: IssueCandidate, problem) {
        archive.pass(uri, stamp);
        if (problem !== undefined) tell({ log: `${path}: ${problem}` });
        step();
      },
      isStopped,
    },
  );
  return { read: done, removed: gone.length, isComplete: done === stale.length };
}

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}
