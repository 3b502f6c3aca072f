import { t } from '@vscode/l10n';
import { withOwnCounts, type LanguageModel } from '../../languageModel/languageModel';
import { languageModelNotLoaded, ownLanguageModelNotLoaded, readShippedLanguageModel } from '../shippedData';
import { sha256Of } from './digest';
import { causeOf, readBytes } from './files';
import { readShipped } from './packageFolder';
import { userPath } from './userPath';

let loading: Promise<LanguageModel> | undefined;

/**
 * The language model with its dictionaries, loaded at the first call. Rejects with a `Problem` where a file is missing
 * or damaged.
 */
export function loadLanguageModel(): Promise<LanguageModel> {
  loading ??= readShippedLanguageModel(readShipped).catch((error: unknown) => {
    throw languageModelNotLoaded(causeOf(error));
  });
  return loading;
}

/**
 * The language model with what a file of the user's has counted. Rejects with a `Problem` where that cannot be used, or where
 * the language model cannot be loaded.
 */
export async function loadOwnLanguageModel(path: string): Promise<LanguageModel> {
  const language = await loadLanguageModel();
  const file = userPath(path);
  const bytes = await readBytes(file).catch((error: unknown) => {
    throw ownLanguageModelNotLoaded(file, causeOf(error));
  });
  try {
    return withOwnCounts(language, bytes);
  } catch {
    throw ownLanguageModelNotLoaded(file, t('The file is damaged or was not written by {0}.', 'galley train'));
  }
}

/** A digest of a file with what was counted in texts of the user, as far as it is there. */
export async function ownLanguageModelDigest(path: string): Promise<string> {
  const bytes = await readBytes(userPath(path)).catch(() => undefined);
  return bytes ? sha256Of(bytes) : '';
}
