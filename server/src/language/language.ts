import { readConfusables, type Confusables } from './confusables';
import { readNameShapes, type NameCharacters, type NameNeighbours, type NameShapes } from './nameShapes';
import { readNgrams, type NgramModel } from './ngrams';
import { readSetPhrases, type SetPhrases } from './setPhrases';
import type { WeightTables } from './weights';
import { readWords, type WordList } from './words';

/** What is known of the language as a whole; made once, then shared by every issue. */
export interface Language {
  readonly ngrams: NgramModel;
  readonly words: WordList;
  readonly setPhrases: SetPhrases;
  readonly confusables: Confusables;
  readonly names: NameShapes;
  readonly weights: WeightTables;
}

/** The files that a language is read from, by the names that they have in dictionaries/, as a port gives them. */
export interface LanguageFiles {
  readonly ngrams: Uint8Array;
  readonly words: Uint8Array;
  readonly confusables: Uint8Array;
  readonly setPhrases: string;
  /** JSON, as are the others. */
  readonly nameCharacters: string;
  readonly nameNeighbours: string;
  readonly weights: string;
}

/** Reads a language. Throws an `Error` that names the file and the reason where one is damaged. */
export function readLanguage(files: LanguageFiles): Language {
  const ngrams = named('ngrams.bin', () => readNgrams(files.ngrams));
  const characters = named('name-odds.json', () => JSON.parse(files.nameCharacters) as NameCharacters);
  const neighbours = named('name-neighbours.json', () => JSON.parse(files.nameNeighbours) as NameNeighbours);
  return {
    ngrams,
    words: named('words.bin', () => readWords(files.words)),
    setPhrases: readSetPhrases(files.setPhrases),
    confusables: named('confusables.bin', () => readConfusables(files.confusables)),
    names: readNameShapes(characters, neighbours),
    weights: named('correction-weights.json', () => JSON.parse(files.weights) as WeightTables),
  };
}

function named<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
