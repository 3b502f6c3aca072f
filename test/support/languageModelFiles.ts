import { readFileSync } from 'node:fs';
import type { LanguageModelFiles } from '../../server/src/languageModel/languageModel';

const file = (name: string): Buffer => readFileSync(new URL(`../../${name}`, import.meta.url));
const text = (name: string): string => file(`dictionaries/${name}`).toString('utf8');

/** The files of the language that ships. */
export function languageModelFiles(): LanguageModelFiles {
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
