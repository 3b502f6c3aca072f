import type { Tagger } from '../entities/detect/tagger/tagger';
import type { UserDictionary } from '../gazetteer/gazetteer';
import type { Layer } from '../gazetteer/lookup/layer';
import type { Corrector } from '../languageModel/corrector/corrector';
import type { LanguageModel } from '../languageModel/languageModel';

/** Dictionaries and models. The message of a rejection is a sentence for the user. */
export interface Resources {
  /** Loads the dictionaries that ship. Rejects if they are missing or damaged. Ask once an issue has been read. */
  loadDictionaries(): Promise<Layer>;
  /** Reads a dictionary of the user, in whatever encoding; undefined if there is none. */
  readDictionary(uri: string): Promise<UserDictionary | undefined>;
  /** Where a dictionary can be opened: one that ships by its name, the user's own by a path, which may begin with `~/`. */
  dictionaryUri(dictionary: string): string;
  /** Where the document of a rule can be opened; undefined if there is none. */
  ruleDocumentUri(rule: string): string | undefined;
  /** Loads the model that tags names by their characters, as evidence. Rejects if its file is missing or damaged. */
  loadTagger(): Promise<Tagger>;
  /** Loads the language model, which takes 0.1 s and 40 MB: ask only when needed. Rejects if a file is missing or damaged. */
  loadLanguageModel(): Promise<LanguageModel>;
  /**
   * Loads the same with what `galley train` has counted in texts of the user, in a file named by a path, which may begin with
   * `~/`. Rejects where that file cannot be used, too.
   */
  loadOwnLanguageModel(path: string): Promise<LanguageModel>;
  /**
   * Loads the model for correcting sentences in a folder that the user names, by a path which may begin with `~/`. This runs
   * code of that folder. `onFailure` is given one sentence if the model fails later, from when on it has no opinions.
   */
  loadCorrector(folder: string, onFailure: (problem: string) => void): Promise<LoadedCorrector>;
}

/** A corrector that is running. */
export interface LoadedCorrector {
  readonly corrector: Corrector;
  /** Ends it, whatever it is still asked. */
  end(): void;
}
