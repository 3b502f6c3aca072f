import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { createGazetteer, type UserDictionary } from '../../gazetteer/gazetteer';
import type { Layer } from '../../gazetteer/lookup/layer';
import type { Gazetteer } from '../../gazetteer/model';
import { problemLines } from '../../gazetteer/format/readDictionary';
import { decodeLeniently } from '../decode';
import { sha256Of } from './digest';
import { causeOf, readBytes } from './files';
import { findInGalleyFolders } from './galleyFolder';
import { interruptedSave } from './interruptedSave';
import { packageFolder, readShipped } from './packageFolder';
import { userPath } from './userPath';
import { codeOf, Problem } from '../problem';
import {
  DICTIONARY_FOLDER,
  dictionariesNotLoaded,
  readShippedDictionaries,
  SHIPPED_DICTIONARIES,
} from '../shippedData';

/** The name of a workspace's own dictionary in its folder `.galley`. */
const OWN_DICTIONARY = 'dictionary.tsv';

let loading: Promise<Layer> | undefined;

/** The dictionaries that ship, loaded at the first call. Rejects with a `Problem` where they are missing or damaged. */
export function loadShippedDictionaries(): Promise<Layer> {
  loading ??= readShippedDictionaries(readShipped).catch((error: unknown) => {
    throw dictionariesNotLoaded(causeOf(error));
  });
  return loading;
}

/**
 * Reads a dictionary of the user; undefined where there is none. What is no text in a known encoding is read as far as
 * it can be. Rejects with a `Problem` if the file cannot be read or may be half written.
 */
export async function readOwnDictionary(path: string): Promise<UserDictionary | undefined> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw new Problem(`${path}: ${causeOf(error)}`);
  });
  const interrupted = await interruptedSave(path);
  if (interrupted !== undefined) throw new Problem(`${path}: ${interrupted}`);
  return bytes && { dictionary: path, ...decodeLeniently(bytes) };
}

/** Where a dictionary is: one that ships by its name, the user's own by a path (see `userPath`). */
export function dictionaryPath(dictionary: string): string {
  if (SHIPPED_DICTIONARIES.some((name) => name === dictionary))
    return join(packageFolder(), DICTIONARY_FOLDER, dictionary);
  return userPath(dictionary);
}

/**
 * What the command line knows: what ships, the dictionary of the settings, and the nearest of a workspace around one of
 * the folders.
 */
export async function findGazetteer(
  userDictionary: string | undefined,
  folders: readonly string[],
): Promise<{ readonly gazetteer: Gazetteer; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const unless = (error: unknown): undefined => {
    problems.push(error instanceof Problem ? error.message : causeOf(error));
    return undefined;
  };
  const shipped = await loadShippedDictionaries().catch(unless);
  const paths = await ownPaths(userDictionary, folders);
  const own: UserDictionary[] = [];
  for (const path of paths) {
    const read = path === undefined ? undefined : await readOwnDictionary(path).catch(unless);
    if (read) own.push(read);
    else if (path !== undefined && path === paths[0]) problems.push(t('There is no dictionary {0}.', path));
  }
  const { gazetteer, problems: faults } = createGazetteer({ shipped, own });
  return { gazetteer, problems: [...problems, ...problemLines(faults)] };
}

/** A digest of the user's dictionaries that `findGazetteer` would read. */
export async function ownDictionariesDigest(
  userDictionary: string | undefined,
  folders: readonly string[],
): Promise<string> {
  const contents = (await ownPaths(userDictionary, folders)).map(async (path) => {
    const bytes = path === undefined ? undefined : await readBytes(path).catch(() => undefined);
    return bytes ? sha256Of(bytes) : '';
  });
  return (await Promise.all(contents)).join('-');
}

/** The dictionary of the settings and the nearest of a workspace, where there are any. */
async function ownPaths(
  userDictionary: string | undefined,
  folders: readonly string[],
): Promise<readonly (string | undefined)[]> {
  return [
    userDictionary === undefined ? undefined : dictionaryPath(userDictionary),
    await findInGalleyFolders(folders, OWN_DICTIONARY),
  ];
}
