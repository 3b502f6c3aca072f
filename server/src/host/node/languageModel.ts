import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { readLanguageModel, type LanguageModel } from '../../languageModel/languageModel';
import { causeOf } from './files';
import { packageFolder } from './packageFolder';
import { Problem } from '../problem';

/** The file in dist/ that `npm run build` makes of confusables.txt and misreadings.txt of dictionaries/models. */
export const CONFUSABLES_FILE = 'confusables.bin';

let loading: Promise<LanguageModel> | undefined;

/**
 * The language model with its dictionaries, loaded at the first call. Rejects with a `Problem` where a file is missing
 * or damaged: everything but the rules that ask the language works without.
 */
export function loadLanguageModel(): Promise<LanguageModel> {
  loading ??= load(packageFolder()).catch((error: unknown) => {
    throw new Problem(t('Galley cannot check for wrong, doubled and dropped characters: {0}', causeOf(error)));
  });
  return loading;
}

async function load(root: string): Promise<LanguageModel> {
  const bytes = (name: string): Promise<Uint8Array> => readFile(join(root, name));
  const text = (name: string): Promise<string> => readFile(join(root, name), 'utf8');
  const [ngrams, words, confusables, setPhrases, nameCharacters, nameNeighbours, weights] = await Promise.all([
    bytes('dictionaries/models/ngrams.bin'),
    bytes('dictionaries/models/words.bin'),
    bytes(`dist/${CONFUSABLES_FILE}`),
    text('dictionaries/lexicons/set-phrases.txt'),
    text('dictionaries/models/name-odds.json'),
    text('dictionaries/lexicons/name-neighbours.json'),
    text('dictionaries/models/correction-weights.json'),
  ]);
  return readLanguageModel({ ngrams, words, confusables, setPhrases, nameCharacters, nameNeighbours, weights });
}
