import { t } from '@vscode/l10n';
import { createIndex, type IssueIndex } from '../../index/issueIndex';
import { decodeIndex } from '../../index/persist';

/** The index in the bytes of a file; an empty one if there is none. Logs in one line why it cannot be used. */
export async function storedIndex(
  read: () => Promise<Uint8Array | undefined>,
  log: (line: string) => void,
): Promise<IssueIndex> {
  try {
    const bytes = await read();
    if (!bytes) return createIndex();
    const content = decodeIndex(bytes);
    if (typeof content !== 'string') return createIndex(content);
    log(
      content === 'damaged'
        ? t('The workspace index is damaged. Galley is rebuilding it.')
        : t('The workspace index was created by another version of Galley. Galley is rebuilding it.'),
    );
  } catch (error) {
    log(t('The workspace index cannot be read. Galley is rebuilding it. {0}', String(error)));
  }
  return createIndex();
}
