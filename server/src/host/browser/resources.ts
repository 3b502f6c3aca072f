import { t } from '@vscode/l10n';
import { once } from '../../core/cache';
import { messageOf } from '../../core/problems';
import type { Resources } from '../../ports/resources';
import { decodeLeniently } from '../decode';
import { naming, Problem } from '../problem';
import {
  DICTIONARY_FOLDER,
  dictionariesNotLoaded,
  languageModelNotLoaded,
  readShippedDictionaries,
  readShippedLanguageModel,
  readShippedTagger,
  SHIPPED_DICTIONARIES,
  taggerNotLoaded,
} from '../shippedData';
import { MAX_BYTES } from '../sizeLimit';
import type { ClientFiles } from './clientFiles';
import { childOf, pathIn } from './uris';

/** The dictionaries and models of the extension, each fetched when it is first asked for, and the user's dictionaries. */
export function createResources(files: ClientFiles, extensionUri: string): Resources {
  const dictionaries = once(() =>
    readShippedDictionaries(files.shipped).catch((error: unknown) => {
      throw dictionariesNotLoaded(messageOf(error));
    }),
  );
  const model = once(() =>
    readShippedLanguageModel(files.shipped).catch((error: unknown) => {
      throw languageModelNotLoaded(messageOf(error));
    }),
  );
  const tagger = once(() =>
    readShippedTagger(files.shipped).catch((error: unknown) => {
      throw taggerNotLoaded(messageOf(error));
    }),
  );
  return {
    loadDictionaries: dictionaries,
    async readDictionary(uri) {
      const bytes = await naming(pathIn(uri), () => files.read(uri, MAX_BYTES));
      return bytes && { dictionary: pathIn(uri), ...decodeLeniently(bytes) };
    },
    dictionaryUri(dictionary) {
      if (SHIPPED_DICTIONARIES.some((name) => name === dictionary))
        return childOf(extensionUri, `${DICTIONARY_FOLDER}/${dictionary}`);
      return /^[a-z][a-z0-9+.-]+:/i.test(dictionary) ? dictionary : childOf('file://', dictionary.replace(/^\//, ''));
    },
    ruleDocumentUri: (rule) => childOf(extensionUri, `server/src/lint/rules/${rule}.md`),
    loadTagger: tagger,
    loadLanguageModel: model,
    loadOwnLanguageModel: () =>
      Promise.reject(new Problem(t('In a browser, Galley cannot use a language model of your own.'))),
    loadCorrector: () => Promise.reject(new Problem(t('In a browser, Galley cannot use a model of your own.'))),
  };
}
