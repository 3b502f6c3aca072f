import { fileURLToPath } from 'node:url';
import type { IndexFiles } from '../../index/indexFiles';
import { isFile } from '../fileUri';
import { findIssueFiles } from './findIssueFiles';
import { loadIndex, saveIndex } from './indexFile';
import { readIssues } from './readIssues';

/** The files of this machine, read in threads. */
export const nodeIndexFiles: IndexFiles = {
  find: (folders, recognition) =>
    findIssueFiles(
      folders.filter(isFile).map((uri) => fileURLToPath(uri)),
      recognition,
    ),
  read: readIssues,
  load: loadIndex,
  save: saveIndex,
};
