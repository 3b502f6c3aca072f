import importColumns from '../../../../dictionaries/lexicons/import-columns.json';
import type { Fields } from '../format/columns';
import { ENTRY_TYPES } from '../format/columns';
import type { EntityId, EntryType } from '../model';
import type { DictionaryProblem } from '../format/readDictionary';

/** What was taken from a file of another kind, as rows of a dictionary, and what could not be taken. */
export interface Imported {
  readonly rows: readonly Fields[];
  /** With lines and columns of the file that was imported. */
  readonly problems: readonly DictionaryProblem[];
}

/** What decides how a file is taken in. */
export interface ImportOptions {
  /** The type of what the file itself gives no type. */
  readonly type: EntryType;
  /** The place that bears a name, where there is exactly one. */
  readonly placeNamed: (name: string) => EntityId | undefined;
}

/** A file to be imported. */
export interface ImportSource {
  /** Its path, for problems. */
  readonly dictionary: string;
  readonly text: string;
}

/** The type that a word of the file stands for: one of our own, its Chinese, or a tag of jieba. */
export function typeNamed(word: string): EntryType | undefined {
  const wanted = word.trim().toLowerCase();
  const tagged = Object.entries(importColumns.jiebaTags).find(([tag]) => wanted.startsWith(tag))?.[1];
  const named = Object.entries(importColumns.types).find(([, words]) => words.includes(wanted))?.[0];
  return ENTRY_TYPES.find((type) => type === (named ?? tagged));
}
