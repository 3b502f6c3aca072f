import type { LanguageModel } from '../../languageModel/languageModel';
import { languageModelNotLoaded, readShippedLanguageModel } from '../shippedData';
import { causeOf } from './files';
import { readShipped } from './packageFolder';

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
