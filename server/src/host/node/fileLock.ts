import { randomUUID } from 'node:crypto';
import { open, readFile, rename, link, rm, stat } from 'node:fs/promises';
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
  const token = `${process.pid} ${hostname()} ${RUN} ${randomUUID()}`;
  await acquire(path, token);
  const isHeld = async (): Promise<boolean> => (await holderOf(path)) === token;
  try {
    return await work(isHeld);
  } finally {
    if (await isHeld()) await patiently(() => rm(path, { force: true }));
  }
}

/** Removes a lock that was left by a process which has been killed; gives whether there is none now. */
export async function clearStaleLock(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === undefined) return true;
  if (!(await isStale(path, holder))) return false;
  await remove(path, holder);
  return (await holderOf(path)) === undefined;
}

/** Tells this run of the program from an earlier one that had the same process id. */
const RUN = randomUUID();

/** Milliseconds after which a lock is ignored, even if its process lives: a save takes a fraction of a second. */
const MAX_AGE = 60_000;

/** Milliseconds in which a process that has created a lock must have written its name into it. */
const MAX_UNSIGNED_AGE = 2000;

/** Milliseconds to wait for others. */
const PATIENCE = 90_000;

async function acquire(path: string, token: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await create(path, token))) {
    if (await clearStaleLock(path)) continue;
    if (Date.now() > deadline) throw new Problem(t('Another program is writing to the file.'));
    await delay(5 + Math.random() * 20);
  }
}

async function create(path: string, token: string): Promise<boolean> {
  try {
    const file = await patiently(() => open(path, 'wx', 0o644));
    await file.writeFile(token).finally(() => file.close());
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
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

async function isStale(path: string, holder: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return false;
  const age = Date.now() - found.mtimeMs;
  if (holder === '') return age > MAX_UNSIGNED_AGE;
  const [pid, host, run] = holder.split(' ');
  return age > MAX_AGE || (host === hostname() && run !== RUN && !isAlive(Number(pid)));
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

/** Removes a stale lock. Several processes may try to: one of them renames it, and gives back what was not stale. */
async function remove(path: string, holder: string): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
  try {
    await patiently(() => rename(path, aside));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await holderOf(aside)) !== holder) await link(aside, path).catch(() => undefined);
  await patiently(() => rm(aside, { force: true }));
}
