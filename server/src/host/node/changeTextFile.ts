import { t } from '@vscode/l10n';
import { changeFile, type Target } from './changeFile';
import { decode } from '../decode';
import { Problem } from '../problem';

/**
 * Changes a UTF-8 file as `changeFile` does; `change` is given its text, which is empty where there is no file, and the
 * same text again leaves the file alone. A file that is not UTF-8 is never written: bytes that cannot be read would be lost.
 */
export async function changeTextFile(target: Target, change: (text: string) => string): Promise<void> {
  await changeFile(target, (bytes) => {
    const { text, encoding } = bytes ? decode(bytes) : NO_TEXT;
    if (encoding !== 'UTF-8') throw new Problem(t('It is in {0}. Save it as UTF-8 first.', encoding));
    const content = change(text);
    return content === text ? undefined : { content };
  });
}

const NO_TEXT = { text: '', encoding: 'UTF-8' };
