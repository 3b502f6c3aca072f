import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { createIndex, type IssueIndex } from '../../../index/issueIndex';
import { decodeIndex, encodeIndex } from '../../../index/persist';
import { replaceFile } from '../changeFile';
import { codeOf } from '../../problem';

/** Reads the index stored in a file; an empty one if there is none. Logs in one line why a file cannot be used. */
export async function loadIndex(path: string, log: (line: string) => void): Promise<IssueIndex> {
  try {
    const content = decodeIndex(await readFile(path));
    if (typeof content !== 'string') return createIndex(content);
    log(
      content === 'damaged'
        ? t('The workspace index is damaged. Galley is rebuilding it.')
        : t('The workspace index was created by another version of Galley. Galley is rebuilding it.'),
    );
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      log(t('The workspace index cannot be read. Galley is rebuilding it. {0}', String(error)));
  }
  return createIndex();
}

/** Writes the index whole or not at all. */
export async function saveIndex(path: string, index: IssueIndex): Promise<void> {
  await replaceFile({ path, within: dirname(path) }, encodeIndex(index.content()));
}
