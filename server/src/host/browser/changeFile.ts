import { t } from '@vscode/l10n';
import { sameFileKey } from '../../core/paths';
import { hasSameBytes } from '../fileBytes';
import { Problem } from '../problem';
import type { ClientFiles } from './clientFiles';
import { childOf, parentOf, pathIn } from './uris';

/** What becomes of a file. */
export interface NewContent {
  readonly content: Uint8Array;
  /** Whether the old file is kept under another name, since something in it could not be read. */
  readonly keepsOld?: boolean;
}

/** How often a change is tried while others write the same file. */
const MAX_ATTEMPTS = 20;

/** The last change to each file that is under way. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Changes a file: reads it, asks `change` for its new content, and writes that if the file is still the same; else it asks
 * again. Changes of this worker to one file are made one after the other; a file system of a browser has no locks for
 * others. `change` is given undefined where there is no file, and returns undefined where nothing is to be written. Gives
 * the name under which the old file is kept, if it is.
 */
export function changeFile(
  files: ClientFiles,
  { uri, maxBytes }: { readonly uri: string; readonly maxBytes: number },
  change: (bytes: Uint8Array | undefined) => NewContent | undefined | Promise<NewContent | undefined>,
): Promise<string | undefined> {
  const key = sameFileKey(uri);
  const result = Promise.resolve(queues.get(key)).then(async () => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await files.read(uri, maxBytes);
      const next = await change(before);
      if (!next) return undefined;
      if (!hasSameBytes(before, await files.read(uri, maxBytes))) continue;
      const keptAs = next.keepsOld && before ? await keepOld(files, uri, before) : undefined;
      await files.write(uri, next.content);
      return keptAs;
    }
    throw new Problem(t('Another program is writing to the file.'));
  });
  const ended = result
    .catch(() => undefined)
    .finally(() => {
      if (queues.get(key) === ended) queues.delete(key);
    });
  queues.set(key, ended);
  return result;
}

/** Writes the old content under a name that is not taken: a.json.broken, a.json.broken-2. Gives that name. */
async function keepOld(files: ClientFiles, uri: string, bytes: Uint8Array): Promise<string> {
  const path = pathIn(uri);
  for (let number = 1; ; number++) {
    const name = `${path.slice(path.lastIndexOf('/') + 1)}.broken${number === 1 ? '' : `-${String(number)}`}`;
    const kept = childOf(parentOf(uri), name);
    if ((await files.state(kept)) !== undefined) continue;
    await files.write(kept, bytes);
    return name;
  }
}
