import type { Tagger } from '../entities/tagger';
import type { SourceFacts } from '../export/exportIssue';
import type { Language } from '../language/language';
import type { Segment } from '../features/selectionRanges';
import type { OwnDictionary } from '../knowledge/knowledge';
import type { Layer } from '../knowledge/layer';
import type { ArchiveKeeper, ArchiveNews, ArchiveOptions } from '../workspace/keeper';

/** An issue file as it was read. */
export interface IssueFile extends Omit<SourceFacts, 'path'> {
  /** Decoded; a byte order mark stays in it. */
  readonly text: string;
}

/** What the server asks of the place it runs in. Files are named by URI. A rejection's message is a sentence for the user. */
export interface ServerHost {
  /** Reads an issue file. Rejects where there is none or its encoding cannot be told. */
  readIssue(uri: string): Promise<IssueFile>;
  /** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  hash(text: string): Promise<string>;
  /** The text of a UTF-8 file; undefined where there is none. Rejects where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Writes a UTF-8 file whole or not at all, and makes its folder. Rejects where it cannot be written. */
  writeText(uri: string, text: string): Promise<void>;
  /** Gives a file another name beside its own, so that nothing is lost when a new one is written; returns that name. */
  keepAside(uri: string): Promise<string>;
  /** The names of the files in the folder of a file; none where there is no such folder. */
  namesBeside(uri: string): Promise<readonly string[]>;
  /** Opens the archive of a workspace. What it tells of its own accord goes to `onNews`. */
  openArchive(options: ArchiveOptions, onNews: (news: ArchiveNews) => void): ArchiveKeeper;
  /** Loads the dictionaries that ship: ask once an issue has been read. Rejects where they are missing or damaged. */
  loadDictionaries(): Promise<Layer>;
  /** Reads a dictionary of the user, in whatever encoding; undefined where there is none. */
  readDictionary(uri: string): Promise<OwnDictionary | undefined>;
  /** Where a dictionary can be opened: one that ships by its name, the user's own by a path, which may begin with `~/`. */
  dictionaryUri(dictionary: string): string;
  /** Loads what tags names by their characters, as evidence; undefined where this place has none. */
  loadTagger(): Promise<Tagger | undefined>;
  /** Loads the word segmenter; undefined where this place has none. Takes 0.2 s and 40 MB: ask only when needed. */
  loadSegmenter(): Promise<Segment | undefined>;
  /**
   * Loads the language model. Takes 0.1 s and 40 MB: ask only when needed. Rejects where a file of it is missing or
   * damaged; the message is a sentence for the user.
   */
  loadLanguage(): Promise<Language>;
}
