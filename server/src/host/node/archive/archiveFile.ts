import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { createArchive, type Archive } from '../../../workspace/archive';
import { decodeArchive, encodeArchive } from '../../../workspace/persisted';
import { replaceFile } from '../changeFile';
import { codeOf } from '../problem';

/** Reads the archive kept in a file; an empty one where there is none. Why a file cannot be used is said in one line. */
export async function loadArchive(path: string, log: (line: string) => void): Promise<Archive> {
  try {
    const content = decodeArchive(await readFile(path));
    if (typeof content !== 'string') return createArchive(content);
    log(
      content === 'damaged'
        ? t('The index of the workspace is damaged and is made anew.')
        : t('The index of the workspace is of another version of Galley and is made anew.'),
    );
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      log(t('The index of the workspace cannot be read and is made anew. {0}', String(error)));
  }
  return createArchive();
}

/** Writes the archive whole or not at all. */
export async function saveArchive(path: string, archive: Archive): Promise<void> {
  await replaceFile({ path, within: dirname(path) }, encodeArchive(archive.content()));
}
