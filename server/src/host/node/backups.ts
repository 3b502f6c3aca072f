import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backups } from '../../ports/backups';
import { replaceFile } from './changeFile';
import { sha256Of } from './digest';
import { isFile, pathOf } from './fileUri';

/** Backups as files in the folder `annotations` of the editor's storage, named by the hash of the URI of their issue. */
export function openBackups(storage: string | undefined): Backups {
  if (storage === undefined || !isFile(storage)) return NO_BACKUPS;
  const folder = join(pathOf(storage), 'annotations');
  const pathFor = (issueUri: string): string => join(folder, `${sha256Of(issueUri).slice(0, 32)}.json`);
  return {
    read: (issueUri) => readFile(pathFor(issueUri), 'utf8').catch(() => undefined),
    write: (issueUri, content) => replaceFile({ path: pathFor(issueUri), within: folder }, content),
    remove: (issueUri) => rm(pathFor(issueUri), { force: true }),
  };
}

const NO_BACKUPS: Backups = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
