import { readFile } from 'node:fs/promises';
import { acceptedWords, DICTIONARY_PATH } from '../../service/acceptedWords';
import { NO_FORMS, type AcceptedForms } from '../../language/acceptedForms';
import { causeOf } from './files';
import { findAbove } from './galleyFolder';
import { Problem } from './problem';

/**
 * The words accepted in a folder, by the nearest dictionary of a workspace there or above. Throws a `Problem` where that
 * cannot be read.
 */
export async function findAcceptedWords(folder: string): Promise<AcceptedForms> {
  const path = await findAbove(folder, DICTIONARY_PATH);
  if (path === undefined) return NO_FORMS;
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Problem(`${path}: ${causeOf(error)}`);
  });
  return acceptedWords(text);
}
