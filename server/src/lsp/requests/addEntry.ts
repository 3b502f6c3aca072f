import { rowsOf, type NewEntry } from '../../gazetteer/format/addRows';
import { ENTRY_TYPES } from '../../gazetteer/format/columns';
import type { Dictionaries } from '../session/dictionaries';

/** Adds an entry to the user's dictionary. `given` are the arguments of `ADD_ENTRY_COMMAND`; anything else does nothing. */
export async function addEntry([uri, entry]: readonly unknown[], dictionaries: Dictionaries): Promise<string | null> {
  if (typeof uri !== 'string' || !isNewEntry(entry)) return null;
  return dictionaries.add(uri, rowsOf(entry));
}

function isNewEntry(given: unknown): given is NewEntry {
  if (typeof given !== 'object' || given === null) return false;
  const { type, name, aliases = [], office = '' } = given as Partial<Record<keyof NewEntry, unknown>>;
  return (
    ENTRY_TYPES.some((known) => known === type) &&
    typeof name === 'string' &&
    name.trim() !== '' &&
    Array.isArray(aliases) &&
    aliases.every((alias) => typeof alias === 'string') &&
    typeof office === 'string'
  );
}
