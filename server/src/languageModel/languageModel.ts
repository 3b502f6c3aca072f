import { readConfusables, type Confusables } from './model/confusables';
import { readDependence, type Dependence, type DependentCharacters } from './model/dependence';
import { readNameEvidence, type NameCharacters, type NameNeighbours, type NameEvidence } from './scoring/nameEvidence';
import { adaptedNgrams } from './model/adaptedNgrams';
import { openNgrams, type NgramParts } from './model/ngramFile';
import { modelOf, type NgramModel } from './model/ngrams';
import { readSetPhrases, type SetPhrases } from './model/setPhrases';
import type { WeightTables } from './scoring/weights';
import { readWords, type WordList } from './model/words';
import { messageOf } from '../core/problems';

/** What is known of the language as a whole; made once, then shared by every issue. */
export interface LanguageModel {
  readonly ngrams: NgramModel;
  /** What the general `ngrams` are made of. */
  readonly general: NgramParts;
  readonly words: WordList;
  readonly dependence: Dependence;
  readonly setPhrases: SetPhrases;
  readonly confusables: Confusables;
  readonly names: NameEvidence;
  readonly weights: WeightTables;
}

/** The contents of the files that a language model is read from, most of them in dictionaries/models/. */
export interface LanguageModelFiles {
  readonly ngrams: Uint8Array;
  readonly words: Uint8Array;
  readonly confusables: Uint8Array;
  readonly setPhrases: string;
  /** JSON, as are the others. */
  readonly dependentCharacters: string;
  readonly nameCharacters: string;
  readonly nameNeighbours: string;
  readonly weights: string;
}

/** Reads a language. Throws an `Error` that names the file and the reason where one is damaged. */
export function readLanguageModel(files: LanguageModelFiles): LanguageModel {
  const general = named('ngrams.bin', () => openNgrams(files.ngrams));
  const characters = named('name-odds.json', () => JSON.parse(files.nameCharacters) as NameCharacters);
  const neighbours = named('name-neighbours.json', () => JSON.parse(files.nameNeighbours) as NameNeighbours);
  return {
    ngrams: modelOf(general),
    general,
    words: named('words.bin', () => readWords(files.words)),
    dependence: named('dependent-characters.json', () =>
      readDependence(JSON.parse(files.dependentCharacters) as DependentCharacters),
    ),
    setPhrases: readSetPhrases(files.setPhrases),
    confusables: named('confusables.bin', () => readConfusables(files.confusables)),
    names: readNameEvidence(characters, neighbours),
    weights: named('correction-weights.json', () => JSON.parse(files.weights) as WeightTables),
  };
}

/** The same language with what was counted in texts of a user. Throws an `Error` with a plain reason where that is no whole model. */
export function withOwnCounts(language: LanguageModel, own: Uint8Array): LanguageModel {
  return { ...language, ngrams: adaptedNgrams(language.general, openNgrams(own)) };
}

function named<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error });
  }
}
