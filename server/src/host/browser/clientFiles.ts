/** The files that a client reads and writes for a server that has none of its own. Messages of rejections are sentences. */
export interface ClientFiles {
  /** Undefined if there is no file. Rejects if it is larger than `maxBytes` or cannot be read. */
  read(uri: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Writes a file whole, and creates its folders. */
  write(uri: string, content: Uint8Array): Promise<void>;
  /** Removes a file; nothing happens if there is none. */
  remove(uri: string): Promise<void>;
  /** What is in a folder; undefined if there is none. */
  list(
    uri: string,
  ): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[] | undefined>;
  /** Size and time of the last change of a file; undefined if there is none. */
  state(uri: string): Promise<{ readonly size: number; readonly changed: number } | undefined>;
  /** A file of Galley itself, by its path in the package. Rejects if there is none. */
  shipped(path: string): Promise<Uint8Array>;
}
