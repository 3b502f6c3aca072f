import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nameContexts from '../name-contexts.json';
import { readLanguage, type Language } from '../../server/src/language/language';
import type { NameCharacters } from '../../server/src/language/name-shapes';
import type { WeightTables } from '../../server/src/language/weights';

/** Reads a language from a folder of built files; without a file of weights, every score is 0. */
export function languageFrom(folder: string, weightsFile?: string): Language {
  const empty = { bias: 0, features: [], information: 0, warning: 0 };
  return readLanguage({
    ngrams: readFileSync(join(folder, 'ngrams.bin')),
    words: readFileSync(join(folder, 'words.bin')),
    confusables: readFileSync(join(folder, 'confusables.txt'), 'utf8'),
    nameCharacters: JSON.parse(readFileSync(join(folder, 'name-characters.json'), 'utf8')) as NameCharacters,
    nameContexts,
    weights: weightsFile ? (JSON.parse(readFileSync(weightsFile, 'utf8')) as WeightTables) : { substitution: empty, deletion: empty, insertion: empty },
  });
}
