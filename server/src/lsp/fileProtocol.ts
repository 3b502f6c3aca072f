/**
 * Requests of a server in a web worker to its client, which has the files. Files are named by URI. A refused request has a
 * sentence for the user.
 */
export const FileMethod = {
  /** The bytes of a file; null if there is none. */
  read: 'galley/files/read',
  /** Writes a file whole, and creates its folders. */
  write: 'galley/files/write',
  /** Removes a file; nothing happens if there is none. */
  remove: 'galley/files/remove',
  /** What is in a folder; null if there is none. */
  list: 'galley/files/list',
  /** The state of a file; null if there is none. */
  state: 'galley/files/state',
  /** The bytes of a file of the extension, named by its path in the package. */
  shipped: 'galley/files/shipped',
} as const;

export interface ReadFileParams {
  readonly uri: string;
  /** A larger file is refused. */
  readonly maxBytes: number;
}

export interface WriteFileParams {
  readonly uri: string;
  readonly content: Uint8Array;
}

export interface FileParams {
  readonly uri: string;
}

export interface ShippedFileParams {
  /** With `/` between folders. */
  readonly path: string;
}

/** Something in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Size in bytes and time of the last change, in milliseconds since 1970. */
export interface FileState {
  readonly size: number;
  readonly changed: number;
}
