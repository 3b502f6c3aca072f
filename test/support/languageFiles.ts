import { readFileSync } from 'node:fs';
import type { LanguageFiles } from '../../server/src/language/language';

const file = (name: string): Buffer => readFileSync(new URL(`../../${name}`, import.meta.url));
const text = (name: string): string => file(`dictionaries/${name}`).toString('utf8');

/** The files of the language that ships. */
export function languageFiles(): LanguageFiles {
  return {
    ngrams: file('dictionaries/ngrams.bin'),
    words: file('dictionaries/words.bin'),
    confusables: file('dist/confusables.bin'),
    setPhrases: text('set-phrases.txt'),
    nameCharacters: text('name-odds.json'),
    nameNeighbours: text('name-neighbours.json'),
    weights: text('correction-weights.json'),
  };
}
