import { acceptedWords, DICTIONARY_PATH, withAcceptedWord } from '../service/acceptedWords';
import { NO_FORMS, type AcceptedForms } from '../language/acceptedForms';
import type { ServerHost } from './host';

/** The dictionaries of workspaces, as far as they say what is correct. */
export interface WorkspaceDictionaries {
  /** Sets the folders that are open: where a dictionary is begun. */
  setFolders(uris: readonly string[]): void;
  /** The words accepted for an issue, by the nearest dictionary in its folder or above, read afresh. */
  acceptedFor(uri: string): Promise<AcceptedForms>;
  /** Adds a word to that dictionary, or begins one. Rejects with a sentence for the user where it cannot be written. */
  accept(uri: string, word: string): Promise<void>;
}

/** Reads and writes dictionaries through the host. Changes are made one after the other. */
export function createWorkspaceDictionaries(host: ServerHost): WorkspaceDictionaries {
  let folders: readonly string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  // The words of the dictionary that was read last: most issues that are open have the same.
  let known = { text: '', words: NO_FORMS };

  const nearest = async (uri: string): Promise<{ readonly uri: string; readonly text: string } | undefined> => {
    for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
      const dictionary = `${folder}/${DICTIONARY_PATH}`;
      const text = await host.readText(dictionary);
      if (text !== undefined) return { uri: dictionary, text };
    }
    return undefined;
  };
  const homeOf = (uri: string): string => {
    const around = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return `${around[0] ?? parentOf(uri) ?? uri}/${DICTIONARY_PATH}`;
  };
  const add = async (uri: string, word: string): Promise<void> => {
    const found = (await nearest(uri)) ?? { uri: homeOf(uri), text: '' };
    const text = withAcceptedWord(found.text, word);
    if (text !== found.text) await host.writeText(found.uri, text);
  };

  return {
    setFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
    },
    async acceptedFor(uri) {
      const found = await nearest(uri);
      if (!found) return NO_FORMS;
      if (found.text !== known.text) known = { text: found.text, words: acceptedWords(found.text) };
      return known.words;
    },
    accept(uri, word) {
      const result = last.then(() => add(uri, word));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** Whether a file is a dictionary of a workspace. */
export function isDictionary(uri: string): boolean {
  return uri.endsWith(`/${DICTIONARY_PATH}`);
}

/** The folder of a file or folder; undefined above the highest, or where the URI is none of a file. */
function parentOf(uri: string): string | undefined {
  const end = uri.lastIndexOf('/');
  return end > uri.indexOf('://') + 2 ? uri.slice(0, end) : undefined;
}
