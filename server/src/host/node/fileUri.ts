import { fileURLToPath } from 'node:url';
import { t } from '@vscode/l10n';
import { Problem } from '../problem';

export function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

/** The path of a file from its URI. Throws a `Problem` if the URI is not that of a file. */
export function pathOf(uri: string): string {
  if (!isFile(uri)) throw new Problem(t('Save the document to a file first.'));
  return fileURLToPath(uri);
}
