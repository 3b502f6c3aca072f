import type { Segment } from '../features/selectionRanges';

/** What the server asks of the place it runs in. Files are named by URI, texts are UTF-8. */
export interface ServerHost {
  /** The text of a file; undefined where there is none. Rejects where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Writes a file whole or not at all. Rejects where it cannot be written. */
  writeText(uri: string, text: string): Promise<void>;
  /** The names of the files in a folder; none where the folder cannot be read. */
  listFolder(uri: string): Promise<readonly string[]>;
  /** Loads the word segmenter; undefined where this place has none. Takes 0.2 s and 40 MB: ask only when needed. */
  loadSegmenter(): Promise<Segment | undefined>;
}
