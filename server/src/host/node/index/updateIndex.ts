import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import { version } from '../../../../../package.json';
import { canonicalUri } from '../../../index/fileUri';
import type { IssueIndex } from '../../../index/issueIndex';
import type { IndexNews } from '../../../ports/indexHost';
import type { IndexUpdate, UpdateOutcome } from '../../../index/update';
import { findIssueFiles, type IssueCandidate } from './findIssueFiles';
import { readIssues } from './readIssues';

/** What an update needs beside the index. */
export interface UpdateContext {
  /** Of the user, for messages. */
  readonly locale: string | undefined;
  isStopped(): boolean;
  /** The index has changed. */
  changed(): void;
  tell(news: IndexNews): void;
}

/** Brings an index up to date with the files of its folders: removes what is gone, reads what has changed. */
export async function updateIndex(
  index: IssueIndex,
  { folders, recognition, dictionaries, revision, onlyKnown }: IndexUpdate,
  { locale, isStopped, changed, tell }: UpdateContext,
): Promise<UpdateOutcome> {
  const { files, unreadable } = await findIssueFiles(
    folders.filter(isFile).map((uri) => fileURLToPath(uri)),
    recognition,
  );
  const state = ` ${version} ${revision}`;
  const candidates = files.map((file) => ({ ...file, fingerprint: `${file.fingerprint}${state}` }));
  for (const [folder, cause] of unreadable) tell({ log: `${folder}: ${cause}` });
  const present = new Set(candidates.map(({ uri }) => uri));
  // What cannot be read now is still there.
  const hidden = [...unreadable.keys()].map((folder) => `${canonicalUri(pathToFileURL(folder).href)}/`);
  const gone = index.uris().filter((uri) => !present.has(uri) && !hidden.some((folder) => uri.startsWith(folder)));
  for (const uri of gone) index.remove(uri);
  if (gone.length > 0) changed();

  const stale = candidates.filter(({ uri, fingerprint }) => {
    const known = index.fingerprintOf(uri);
    return known !== fingerprint && !(onlyKnown && known === undefined);
  });
  if (stale.some(({ uri }) => index.fingerprintOf(uri)?.endsWith(state) === false))
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
        index.put(record);
        step();
      },
      other({ uri, path, fingerprint }: IssueCandidate, problem) {
        index.pass(uri, fingerprint);
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
