import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import { codeOf, Problem } from '../problem';
import { patiently } from './patience';

/**
 * Does some work while no other process that locks the same path does. `work` can ask whether the lock is still held: it
 * is lost only if this process was suspended for longer than `MAX_AGE`. A lock whose process has been killed is removed.
 */
export async function withFileLock<Result>(
  path: string,
  work: (isHeld: () => Promise<boolean>) => Promise<Result>,
): Promise<Result> {
  const token = newToken();
  await acquire(path, token);
  return releasing(path, token, work);
}

/** Does some work while no other process that locks the same path does; does nothing where another process holds the lock. */
export async function ifUnlocked(path: string, work: () => Promise<void>): Promise<void> {
  const token = newToken();
  if (!(await tryToAcquire(path, token))) return;
  await releasing(path, token, async () => {
    await clearOldRemoval(path);
    await work();
  });
}

/** Tells this run of the program from an earlier one that had the same process id. */
const RUN = randomUUID();

/** Milliseconds after which a lock is ignored, even if its process lives: a save takes a fraction of a second. */
const MAX_AGE = 60_000;

/** Milliseconds in which a process that has created a lock must have written its name into it. A busy disk takes seconds. */
const MAX_UNSIGNED_AGE = 10_000;

/** Milliseconds to wait for others. */
const PATIENCE = 90_000;

function newToken(): string {
  return `${process.pid} ${hostname()} ${RUN} ${randomUUID()}`;
}

async function releasing<Result>(
  path: string,
  token: string,
  work: (isHeld: () => Promise<boolean>) => Promise<Result>,
): Promise<Result> {
  const isHeld = async (): Promise<boolean> => (await holderOf(path)) === token;
  try {
    return await work(isHeld);
  } finally {
    if (await isHeld()) await patiently(() => rm(path, { force: true }));
  }
}

async function acquire(path: string, token: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await tryToAcquire(path, token))) {
    if (Date.now() > deadline) throw new Problem(t('Another program is writing to the file.'));
    await delay(5 + Math.random() * 20);
  }
}

async function tryToAcquire(path: string, token: string): Promise<boolean> {
  if (await create(path, token)) return true;
  await removeStaleLock(path, token);
  return create(path, token);
}

async function create(path: string, token: string): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await patiently(() => open(path, 'wx', 0o644));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.writeFile(token).finally(() => file.close());
    return true;
  } catch (error) {
    // On a full disk there is room for a name, but not for a token: others would wait for a lock that no process holds.
    await patiently(() => rm(path, { force: true }));
    throw error;
  }
}

/** The token of the process that holds a lock; undefined where no process holds it. */
async function holderOf(path: string): Promise<string | undefined> {
  try {
    return await patiently(() => readFile(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes a lock that was left by a process which has been killed. Several processes may want to, and the first of them may
 * hold the lock itself already when the second removes it: therefore one process at a time looks and removes.
 */
async function removeStaleLock(path: string, token: string): Promise<void> {
  if (!(await isStale(path))) return;
  await clearOldRemoval(path);
  if (await create(removalOf(path), token))
    await releasing(removalOf(path), token, async () => {
      if (await isStale(path)) await patiently(() => rm(path, { force: true }));
    });
}

/** The lock of the process that removes a stale lock. */
function removalOf(path: string): string {
  return `${path}-removal`;
}

/** Removes what a process has left that was killed while it removed a stale lock. */
async function clearOldRemoval(path: string): Promise<void> {
  if ((await ageOf(removalOf(path))) > MAX_AGE) await patiently(() => rm(removalOf(path), { force: true }));
}

/** Whether there is a lock that no living process holds. */
async function isStale(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === undefined) return false;
  const age = await ageOf(path);
  if (holder === '') return age > MAX_UNSIGNED_AGE;
  const [pid, host, run] = holder.split(' ');
  return age > MAX_AGE || (host === hostname() && run !== RUN && !isAlive(Number(pid)));
}

/** Milliseconds since a file was written; 0 where there is none. */
async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}

function isAlive(pid: number): boolean {
  // The process that had our own id is gone.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
