import type { Dirent, readdir } from 'node:fs';
import { readdir as readFolder, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { isWithin } from './containment';
import { causeOf } from './files';
import { codeOf } from '../problem';
import { NoAnswer, withinTime } from './timeLimit';

/** What is looked for. */
export interface FileSearch {
  /** The folder to which patterns are relative. */
  readonly cwd: string;
  readonly patterns: string | readonly string[];
  readonly ignore?: readonly string[];
  readonly caseSensitiveMatch?: boolean;
  /** Whether links may lead out of the folder where the search begins. */
  readonly follow?: boolean;
}

/** What was found. A file need not be a regular one: reading it says so. */
export interface FoundFiles {
  /** Sorted; relative to `cwd` unless the pattern is absolute, with `/` between folders. */
  readonly names: readonly string[];
  /** Folders that cannot be read, by their absolute paths, each with the cause in words. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Absolute paths of links that lead out of the folder and were not followed. */
  readonly linksOut: readonly string[];
}

/**
 * Finds files by patterns. Hidden folders are left out. Each folder is read once, under its own name: a link to a folder is
 * followed only where it leads out of the folder in which the search begins, `follow` is set, and the target does not
 * contain the link, so the search always ends.
 */
export async function findFiles({ patterns, follow = false, ...options }: FileSearch): Promise<FoundFiles> {
  const unreadable = new Map<string, string>();
  const linksOut = new Set<string>();
  const followed = new Set<string>();
  let root: Promise<string> | undefined;

  const kindOfLink = async (path: string, start: string): Promise<'file' | 'folder' | undefined> => {
    // Reading a link to nothing says so.
    const target = await withinTime(path, () => realpath(path)).catch(passUnlessNoAnswer);
    if (target === undefined) return 'file';
    const isFolder = (await withinTime(path, () => stat(target))).isDirectory();
    if (isWithin(start, target)) return isFolder ? undefined : 'file';
    if (!follow) {
      linksOut.add(path);
      return isFolder ? undefined : 'file';
    }
    if (!isFolder) return 'file';
    if (followed.has(target) || isWithin(target, await realpath(dirname(path)))) return undefined;
    followed.add(target);
    return 'folder';
  };

  const read = async (folder: string, entries: readonly Dirent[]): Promise<readonly Entry[]> => {
    root ??= realpath(folder);
    const start = await root;
    const kinds = entries.map(async (entry) => {
      const kind = entry.isSymbolicLink() ? await kindOfLink(resolve(folder, entry.name), start) : kindOf(entry);
      return kind ? [entryOf(matchable(entry.name), kind)] : [];
    });
    return (await Promise.all(kinds)).flat();
  };

  const readNoticing = (
    given: string,
    _options: unknown,
    done: (error: Error | null, entries?: readonly Entry[]) => void,
  ): void => {
    const folder = asNamed(given);
    withinTime(resolve(folder), () => readFolder(folder, { withFileTypes: true }))
      .then((entries) => read(folder, entries))
      .then(
        (read) => {
          done(null, read);
        },
        (reason: unknown) => {
          // One that has been removed in the meantime has no files.
          if (codeOf(reason) !== 'ENOENT') unreadable.set(resolve(folder), causeOf(reason));
          done(null, []);
        },
      );
  };

  const found = await glob(patterns, {
    ...options,
    cwd: matchable(resolve(options.cwd)),
    expandDirectories: false,
    followSymbolicLinks: false,
    // Only this one of the forms of `readdir` is called.
    fs: { readdir: readNoticing as unknown as typeof readdir },
  });
  const names = found.map(asNamed);
  const isOut = (name: string): boolean => linksOut.has(resolve(options.cwd, name));
  return { names: names.filter((name) => !isOut(name)).sort(), unreadable, linksOut: [...linksOut].sort() };
}

/** Characters that names may have, but that patterns read as separators or do not match. */
const UNMATCHABLE = '\\\n\r\u2028\u2029';

/** Stands for the first of them, the next for the second, and so on: half of a pair, which no name has. */
const FIRST_STAND_IN = 0xdf00;

/** A name or path with stand-ins for the characters that patterns cannot match. On Windows no name has them. */
function matchable(path: string): string {
  if (sep === '\\') return path;
  return path.replace(/[\\\n\r\u2028\u2029]/g, (character) =>
    String.fromCharCode(FIRST_STAND_IN + UNMATCHABLE.indexOf(character)),
  );
}

/** The path that `matchable` was given. */
function asNamed(path: string): string {
  return path.replace(/[\udf00-\udf04]/gu, (standIn) => UNMATCHABLE.charAt(standIn.charCodeAt(0) - FIRST_STAND_IN));
}

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

function kindOf(entry: Dirent): 'file' | 'folder' {
  return entry.isDirectory() ? 'folder' : 'file';
}

function entryOf(name: string, kind: 'file' | 'folder'): Entry {
  return { name, isFile: () => kind === 'file', isDirectory: () => kind === 'folder', isSymbolicLink: () => false };
}

function passUnlessNoAnswer(error: unknown): undefined {
  if (error instanceof NoAnswer) throw error;
}
