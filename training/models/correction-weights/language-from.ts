import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nameNeighbours from '../../../dictionaries/lexicons/name-neighbours.json';
import { readLanguageModel, type LanguageModel } from '../../../server/src/languageModel/languageModel';
import { readNgrams } from '../../../server/src/languageModel/model/ngrams';
import type { WeightTables } from '../../../server/src/languageModel/scoring/weights';
import { compileConfusables, frequencyIn } from '../../../scripts/compile/confusable-lists';

/** Weights by which every score is 0. */
const NO_WEIGHTS: WeightTables = {
  thresholds: {
    substitution: { information: 0, warning: 0 },
    alternation: { information: 0, warning: 0 },
    word: { information: 0, warning: 0 },
    deletion: { information: 0, warning: 0 },
    insertion: { information: 0, warning: 0 },
  },
  substitution: { bias: 0, features: [] },
  word: { bias: 0, features: [] },
  deletion: { bias: 0, features: [] },
  insertion: { bias: 0, features: [] },
};

/** Reads a language from a folder of built files. */
export function languageFrom(folder: string, weights: WeightTables = NO_WEIGHTS): LanguageModel {
  const ngrams = readFileSync(join(folder, 'ngrams.bin'));
  const confusables = readFileSync(join(folder, 'confusables.txt'), 'utf8');
  const misreadings = readFileSync('dictionaries/models/misreadings.txt', 'utf8');
  return readLanguageModel({
    ngrams,
    words: readFileSync(join(folder, 'words.bin')),
    confusables: compileConfusables(confusables, misreadings, frequencyIn(readNgrams(ngrams))),
    setPhrases: readFileSync('dictionaries/lexicons/set-phrases.txt', 'utf8'),
    dependentCharacters: readFileSync('dictionaries/models/dependent-characters.json', 'utf8'),
    nameCharacters: readFileSync(join(folder, 'name-odds.json'), 'utf8'),
    nameNeighbours: JSON.stringify(nameNeighbours),
    weights: JSON.stringify(weights),
  });
}
