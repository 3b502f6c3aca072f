import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Resources } from '../../ports/resources';
import { loadCorrector } from './corrector/loadCorrector';
import { pathOf } from './fileUri';
import { dictionaryPath, loadShippedDictionaries, readOwnDictionary } from './gazetteer';
import { loadLanguageModel, loadOwnLanguageModel } from './languageModel';
import { packageFolder } from './packageFolder';
import { loadTagger } from './tagger';

/** The dictionaries and models in the folder of this package, and the user's dictionaries on this machine. */
export const nodeResources: Resources = {
  loadDictionaries: loadShippedDictionaries,
  readDictionary: (uri) => readOwnDictionary(pathOf(uri)),
  dictionaryUri: (dictionary) => pathToFileURL(dictionaryPath(dictionary)).href,
  ruleDocumentUri,
  loadTagger,
  loadLanguageModel,
  loadOwnLanguageModel,
  loadCorrector,
};

const ruleDocuments = new Map<string, string | undefined>();

/** The documents are beside the rules in the sources, and in the same folder of the package. */
function ruleDocumentUri(rule: string): string | undefined {
  if (!ruleDocuments.has(rule)) {
    const path = join(packageFolder(), 'server', 'src', 'lint', 'rules', `${rule}.md`);
    ruleDocuments.set(rule, existsSync(path) ? pathToFileURL(path).href : undefined);
  }
  return ruleDocuments.get(rule);
}
