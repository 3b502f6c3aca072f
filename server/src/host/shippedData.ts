import { t } from '@vscode/l10n';
import { createTagger, type Tagger } from '../entities/detect/tagger/tagger';
import { readIndex } from '../gazetteer/compile/indexFile';
import { layerOf, type Layer } from '../gazetteer/lookup/layer';
import { readLanguageModel, type LanguageModel } from '../languageModel/languageModel';
import { decodeAs } from './decode';
import { Problem } from './problem';

/** Reads a file of the package, named by its path in it, with `/` between folders. Rejects where it is missing. */
export type ReadShipped = (path: string) => Promise<Uint8Array>;

/** The dictionaries that ship, in the order of their lines in the index. */
export const SHIPPED_DICTIONARIES = [
  'officials.tsv',
  'places.tsv',
  'offices.tsv',
  'organisations.tsv',
  'phrases.tsv',
] as const;

/** Where the dictionaries are in the package. */
export const DICTIONARY_FOLDER = 'dictionaries/gazetteer';

/** The index of the dictionaries, in dist/; `npm run build` makes it. */
export const INDEX_FILE = 'gazetteer.bin';

/** The file in dist/ that `npm run build` makes of confusables.txt and misreadings.txt of dictionaries/models. */
export const CONFUSABLES_FILE = 'confusables.bin';

/** The file in dictionaries/models with the weights of the tagger. */
const TAGGER_FILE = 'entity-tagger.bin';

/** Reads the dictionaries that ship. Rejects where they are missing or damaged. */
export async function readShippedDictionaries(read: ReadShipped): Promise<Layer> {
  const [index, ...dictionaries] = await Promise.all([
    read(`dist/${INDEX_FILE}`),
    ...SHIPPED_DICTIONARIES.map(async (dictionary) => ({
      dictionary,
      bytes: await read(`${DICTIONARY_FOLDER}/${dictionary}`),
    })),
  ]);
  const found = readIndex(index, dictionaries);
  if (!found) throw new Problem(t('{0} does not match the dictionaries. Rebuild or reinstall Galley.', INDEX_FILE));
  return layerOf(found.sources, found.index, found.strays);
}

/** Reads the model that tags names. Rejects where its file is missing or damaged. */
export async function readShippedTagger(read: ReadShipped): Promise<Tagger> {
  return createTagger(await read(`dictionaries/models/${TAGGER_FILE}`));
}

/** Reads the language model with its dictionaries. Rejects where a file is missing or damaged. */
export async function readShippedLanguageModel(read: ReadShipped): Promise<LanguageModel> {
  const text = async (path: string): Promise<string> => decodeAs('UTF-8', await read(path)) ?? '';
  const [ngrams, words, confusables, setPhrases, dependentCharacters, nameCharacters, nameNeighbours, weights] =
    await Promise.all([
      read('dictionaries/models/ngrams.bin'),
      read('dictionaries/models/words.bin'),
      read(`dist/${CONFUSABLES_FILE}`),
      text('dictionaries/lexicons/set-phrases.txt'),
      text('dictionaries/models/dependent-characters.json'),
      text('dictionaries/models/name-odds.json'),
      text('dictionaries/lexicons/name-neighbours.json'),
      text('dictionaries/models/correction-weights.json'),
    ]);
  return readLanguageModel({
    ngrams,
    words,
    confusables,
    setPhrases,
    dependentCharacters,
    nameCharacters,
    nameNeighbours,
    weights,
  });
}

/** What is said where the dictionaries that ship cannot be loaded. */
export function dictionariesNotLoaded(cause: string): Problem {
  return new Problem(t('Could not load the bundled dictionaries: {0}', cause));
}

/** What is said where the model that tags names cannot be loaded: names are found without its evidence. */
export function taggerNotLoaded(cause: string): Problem {
  return new Problem(
    t('Galley recognises fewer names, because it could not load its model of them: {0}', `${TAGGER_FILE}: ${cause}`),
  );
}

/** What is said where what was counted in texts of the user cannot be used. */
export function ownLanguageModelNotLoaded(file: string, cause: string): Problem {
  return new Problem(t('The language model {0} is not used: {1}', file, cause));
}

/** What is said where the language model cannot be loaded: everything but the rules that ask it works without. */
export function languageModelNotLoaded(cause: string): Problem {
  return new Problem(t('Galley could not check for wrong, doubled and dropped characters: {0}', cause));
}
