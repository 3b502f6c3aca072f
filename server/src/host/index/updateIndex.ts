import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import type { IssueIndex } from '../../index/issueIndex';
import type { IndexNews } from '../../ports/indexHost';
import type { IndexUpdate, UpdateOutcome } from '../../index/update';
import type { IndexFiles } from './indexFiles';

/** What an update needs beside the index. */
export interface UpdateContext {
  readonly files: IndexFiles;
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
  { files: source, locale, isStopped, changed, tell }: UpdateContext,
): Promise<UpdateOutcome> {
  const { files, unreadable } = await source.find(folders, recognition);
  const state = ` ${version} ${revision}`;
  const candidates = files.map((file) => ({ ...file, fingerprint: `${file.fingerprint}${state}` }));
  for (const { path, cause } of unreadable) tell({ log: `${path}: ${cause}` });
  const present = new Set(candidates.map(({ uri }) => uri));
  // What cannot be read now is still there.
  const hidden = unreadable.map(({ uri }) => `${uri}/`);
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
  await source.read(
    stale,
    { locale, dictionaries },
    {
      issue(record) {
        index.put(record);
        step();
      },
      other({ uri, path, fingerprint }, problem) {
        index.pass(uri, fingerprint);
        if (problem !== undefined) tell({ log: `${path}: ${problem}` });
        step();
      },
      isStopped,
    },
  );
  return { read: done, removed: gone.length, isComplete: done === stale.length };
}
