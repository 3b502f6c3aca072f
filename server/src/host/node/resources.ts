import { pathToFileURL } from 'node:url';
import type { Resources } from '../../ports/resources';
import { pathOf } from './fileUri';
import { dictionaryPath, loadShippedDictionaries, readOwnDictionary } from './knowledge';
import { loadLanguage } from './language';
import { loadTagger } from './tagger';

/** The dictionaries and models in the folder of this package, and the user's dictionaries on this machine. */
export const nodeResources: Resources = {
  loadDictionaries: loadShippedDictionaries,
  readDictionary: (uri) => readOwnDictionary(pathOf(uri)),
  dictionaryUri: (dictionary) => pathToFileURL(dictionaryPath(dictionary)).href,
  loadTagger,
  loadLanguage,
};
