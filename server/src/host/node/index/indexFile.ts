import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IssueIndex } from '../../../index/issueIndex';
import { encodeIndex } from '../../../index/persist';
import { storedIndex } from '../../index/storedIndex';
import { codeOf } from '../../problem';
import { replaceFile } from '../changeFile';

/** Reads the index stored in a file; an empty one if there is none. Logs in one line why a file cannot be used. */
export function loadIndex(path: string, log: (line: string) => void): Promise<IssueIndex> {
  return storedIndex(
    () =>
      readFile(path).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }),
    log,
  );
}

/** Writes the index whole or not at all. */
export async function saveIndex(path: string, index: IssueIndex): Promise<void> {
  await replaceFile({ path, within: dirname(path) }, encodeIndex(index.content()));
}
