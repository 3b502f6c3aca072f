import { readFileSync } from 'node:fs';
import type { LanguageModelFiles } from '../../server/src/languageModel/languageModel';

const file = (name: string): Buffer => readFileSync(new URL(`../../${name}`, import.meta.url));
const text = (name: string): string => file(name).toString('utf8');

/** The files of the language that ships. */
export function languageModelFiles(): LanguageModelFiles {
  return {
    ngrams: file('dictionaries/models/ngrams.bin'),
    words: file('dictionaries/models/words.bin'),
    confusables: file('dist/confusables.bin'),
    setPhrases: text('dictionaries/lexicons/set-phrases.txt'),
    dependentCharacters: text('dictionaries/models/dependent-characters.json'),
    nameCharacters: text('dictionaries/models/name-odds.json'),
    nameNeighbours: text('dictionaries/lexicons/name-neighbours.json'),
    weights: text('dictionaries/models/correction-weights.json'),
  };
}
