import { constants, type Stats } from 'node:fs';
import { access, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { sameFileKey } from '../../core/paths';
import { pathWithin } from './containment';
import { sha256Of } from './digest';
import { ifUnlocked, withFileLock } from './fileLock';
import { MAX_BYTES, tooLarge } from '../sizeLimit';
import { causeOf } from './files';
import { clearInterruptedSave, writeInPlace } from './interruptedSave';
import { codeOf, Problem } from '../problem';
import { patiently } from './patience';
import { withinTime } from './timeLimit';

/** Which file is written. */
export interface Target {
  readonly path: string;
  /** A folder that the user named, or whose file it is. No link may lead out of it. It is created if it is missing. */
  readonly within: string;
  /** Bytes of the largest file that is read; any file that Galley reads, unless told otherwise. */
  readonly maxBytes?: number;
}

/** What becomes of a file. */
export interface NewContent {
  readonly content: string | Uint8Array;
  /** Whether the old file is kept under another name, since something in it could not be read. */
  readonly keepsOld?: boolean;
}

/**
 * Changes a file: reads it, asks `change` for its new content, and replaces it at once, so that a crash leaves the old or
 * the new content. Changes to one file are made one after the other, in this process and among processes. `change` is
 * given undefined where there is no file, and returns undefined where nothing is to be written; it is asked again if
 * another program has changed the file in the meantime. Returns the name under which the old file is kept, if it is.
 *
 * Mode, owner and hard links are kept. Where that is possible only by writing into the file itself (it has several links,
 * or its owner is somebody else), a crash may leave it half written, with the new content complete beside it. Until the
 * user has decided between them, the file is not changed again.
 *
 * Throws a `Problem` that says why, without the path, where the file cannot be changed, and what `change` throws.
 */
export async function changeFile(
  target: Target,
  change: (bytes: Buffer | undefined) => NewContent | undefined | Promise<NewContent | undefined>,
): Promise<string | undefined> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const outcome = await alone(target, async (path, isHeld) => {
      const before = await readRegularFile(path, target.maxBytes);
      const next = await change(before?.bytes);
      if (!next) return {};
      const fresh = await writeFresh(path, next.content, before?.stats);
      if (!isSame(before, await readRegularFile(path, target.maxBytes)) || !(await isHeld())) return undefined;
      const keptAs = next.keepsOld && before ? await keepOld(path, before) : undefined;
      await putInPlace(path, fresh, next.content, before?.stats);
      return { keptAs };
    });
    if (outcome) return outcome.keptAs;
  }
  throw new Problem(t('Another program is writing to the file.'));
}

/** Replaces the content of a file, whatever it was, as `changeFile` does. */
export function replaceFile(target: Target, content: string | Uint8Array): Promise<void> {
  return alone(target, async (path) => {
    const before = await statRegularFile(path);
    await putInPlace(path, await writeFresh(path, content, before), content, before);
  });
}

/** How often a change is tried while other programs, which know no lock, write the same file. */
const MAX_ATTEMPTS = 20;

/** The last change to each file that is under way. */
const queues = new Map<string, Promise<unknown>>();

/** The folders in which this process has cleared up. */
const cleared = new Set<string>();

/** Does some work on a file while nothing else changes it. */
async function alone<Result>(
  { path, within }: Target,
  work: (path: string, isHeld: () => Promise<boolean>) => Promise<Result>,
): Promise<Result> {
  try {
    const key = sameFileKey(resolve(path));
    const before = queues.get(key) ?? Promise.resolve();
    const result = before.then(async () =>
      lockedWork(await withinTime(dirname(resolve(path)), () => pathWithin(within, path)), work),
    );
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    queues.set(key, ended);
    void ended.then(() => queues.get(key) === ended && queues.delete(key));
    return await result;
  } catch (error) {
    throw codeOf(error) === '' ? error : new Problem(causeOf(error));
  }
}

async function lockedWork<Result>(
  path: string,
  work: (path: string, isHeld: () => Promise<boolean>) => Promise<Result>,
): Promise<Result> {
  await clearOnce(dirname(path));
  return withFileLock(`${besideOf(path)}.lock`, async (isHeld) => {
    try {
      await clearInterruptedSave(path);
      return await work(path, isHeld);
    } finally {
      await patiently(() => rm(freshOf(path), { force: true }));
    }
  });
}

/**
 * The beginning of the names of our own files beside a file. It is a digest, since a name with something added to it may
 * be too long for the file system.
 */
function besideOf(path: string): string {
  const digest = sha256Of(sameFileKey(basename(path))).slice(0, 16);
  return join(dirname(path), `.galley-${digest}`);
}

function freshOf(path: string): string {
  return `${besideOf(path)}.new`;
}

/** Removes what runs that were killed have left in a folder. What a living process has locked is its own. */
async function clearOnce(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  const names = await readdir(folder);
  const stems = names.flatMap((name) => /^(\.galley-[0-9a-f]{16})\.(?:lock|lock-removal|new)$/.exec(name)?.[1] ?? []);
  for (const stem of new Set(stems))
    await ifUnlocked(join(folder, `${stem}.lock`), () =>
      patiently(() => rm(join(folder, `${stem}.new`), { force: true })),
    );
}

interface RegularFile {
  readonly bytes: Buffer;
  readonly stats: Stats;
}

/** Reads a file that is neither a link nor a device; undefined where there is none. */
async function readRegularFile(path: string, maxBytes = MAX_BYTES): Promise<RegularFile | undefined> {
  const file = await openRegularFile(path);
  if (!file) return undefined;
  return closing(file, async () => {
    const stats = await file.stat();
    if (stats.size > maxBytes) throw tooLarge(maxBytes);
    return { stats, bytes: await file.readFile() };
  });
}

async function statRegularFile(path: string): Promise<Stats | undefined> {
  const file = await openRegularFile(path);
  return file && closing(file, () => file.stat());
}

/** Opens a file to read it. It must be writable too: a rename alone would replace one that is not. */
async function openRegularFile(path: string): Promise<FileHandle | undefined> {
  try {
    // A pipe would be waited for.
    const file = await patiently(() => open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK));
    try {
      if (!(await file.stat()).isFile()) throw new Problem(t('It is not a regular file.'));
      await access(path, constants.W_OK);
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isSame(before: RegularFile | undefined, now: RegularFile | undefined): boolean {
  return before && now ? before.bytes.equals(now.bytes) : before === now;
}

/** Writes the new content beside a file, with the file's mode. It is on the disk when this ends. */
async function writeFresh(path: string, content: string | Uint8Array, stats: Stats | undefined): Promise<string> {
  const fresh = freshOf(path);
  await patiently(() => rm(fresh, { force: true }));
  const file = await patiently(() => open(fresh, 'wx', stats ? 0o600 : 0o666));
  await closing(file, async () => {
    await file.writeFile(content);
    if (stats) await takeOwner(file, stats);
    if (stats) await file.chmod(stats.mode & 0o7777);
    await file.sync();
  });
  return fresh;
}

/** Gives a new file the owner of the old one, where the system allows it. */
async function takeOwner(file: FileHandle, { uid, gid }: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
}

/** Makes the new content that of the file. */
async function putInPlace(
  path: string,
  fresh: string,
  content: string | Uint8Array,
  before: Stats | undefined,
): Promise<void> {
  if (before && !(await canReplace(fresh, before))) {
    await writeInPlace(path, fresh, content);
    return;
  }
  await patiently(() => rename(fresh, path));
  await syncFolder(dirname(path));
}

/** Whether the new file can take the place of the old one: it has the same owner, and the old one no other name. */
async function canReplace(fresh: string, { nlink, uid, gid }: Stats): Promise<boolean> {
  const own = await stat(fresh);
  return nlink === 1 && own.uid === uid && own.gid === gid;
}

/** Writes the old content under a name that is not taken: a.json.broken, a.json.broken-2. Gives that name. */
async function keepOld(path: string, { bytes, stats }: RegularFile): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${basename(path)}.broken${number === 1 ? '' : `-${number}`}`;
    try {
      const file = await open(join(dirname(path), name), 'wx', stats.mode & 0o777);
      await closing(file, async () => {
        await file.writeFile(bytes);
        await file.sync();
      });
      return name;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Has the disk know the new name; Windows does that by itself, and has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await closing(handle, () => handle.sync());
}

async function closing<Result>(file: FileHandle, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await file.close();
  }
}
