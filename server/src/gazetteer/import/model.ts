import importColumns from '../../../../dictionaries/lexicons/import-columns.json';
import type { Column, Fields } from '../format/columns';
import { ENTRY_TYPES } from '../format/columns';
import type { CellPlace } from '../format/cellPlace';
import type { EntityId, EntryType, PartialDate } from '../model';
import type { DictionaryProblem } from '../format/readDictionary';

/** What was taken from a file of another kind, as rows of a dictionary, and what could not be taken. */
export interface Imported {
  readonly rows: readonly ImportedRow[];
  /** With lines and columns of the file that was imported. */
  readonly problems: readonly DictionaryProblem[];
  /** How many problems there are beyond those listed. */
  readonly untold: number;
  /** The columns that a dictionary does not have; nothing else of the file is wrong for that. */
  readonly skipped: readonly DictionaryProblem[];
}

/** A row with its place in the file that was imported. */
export interface ImportedRow {
  readonly fields: Fields;
  /** 1-based. */
  readonly line: number;
  /** Where the cell of a column is; the beginning of the row where it has none. */
  placeOf(column: Column): CellPlace;
}

/** What decides how a file is taken in. */
export interface ImportOptions {
  /** The type of what the file itself gives no type. Without it, a table must have a column of types. */
  readonly type: EntryType | undefined;
  /** The place that bore a name on a date, where there is exactly one. */
  readonly placeNamed: (name: string, date: PartialDate | undefined) => EntityId | undefined;
  /** Whether other dictionaries have an entry, so that a row that adds to it needs no name. */
  readonly isKnown?: (id: EntityId) => boolean;
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
