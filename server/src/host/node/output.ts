import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { isWindowsPath, sameFileKey } from '../../core/paths';
import type { FileContent } from '../../export/format';
import type { OutputFolder } from '../../export/write';
import type { Output, OutputFile } from '../../ports/output';
import { pathOf } from './fileUri';
import { BEGINNING, outputCheck, type CheckedFiles, type PathGuard } from '../outputCheck';
import { replaceFile } from './changeFile';
import { sha256Of } from './digest';
import { causeOf, readBytes } from './files';
import { codeOf, naming, Problem } from '../problem';
import { patiently } from './patience';
import { withinTime } from './timeLimit';

/** Exports on this machine. */
export const nodeOutput: Output = {
  folder: (uri, { inputs, replaceable }) => outputFolder(pathOf(uri), { inputs: inputs.map(pathOf), replaceable }),
  file: (uri, { inputs, replaceable }) => outputFile(pathOf(uri), { inputs: inputs.map(pathOf), replaceable }),
};

/** A folder of this machine, which may have what an earlier run has written. */
export interface NodeOutputFolder extends OutputFolder {
  /** Whether a file has a content of this SHA-256. */
  has(name: string, sha256: string): Promise<boolean>;
  /** Keeps a file that an earlier run has written, as if it was written now. */
  keep(name: string): void;
}

/** A folder of this machine that exports are written to. Its functions reject with a `Problem`. */
export function outputFolder(folder: string, guard: PathGuard): NodeOutputFolder {
  const refuse = outputCheck(FILES, guard);
  return {
    keep: (name) => refuse.claim(join(folder, name)),
    async has(name, sha256) {
      const bytes = await readBytes(join(folder, name)).catch(() => undefined);
      return bytes !== undefined && sha256Of(bytes) === sha256;
    },
    async write({ name, content, replaceable = guard.replaceable }) {
      const path = join(folder, name);
      if (process.platform === 'win32' && !isWindowsPath(name))
        throw new Problem(`${path}: ${t('Windows does not allow this name.')}`);
      await refuse.check(path, replaceable, content);
      await replaceFile({ path, within: folder }, content).catch((error: unknown) => {
        throw error instanceof Problem ? new Problem(`${path}: ${error.message}`) : error;
      });
    },
  };
}

/** Rejects with a `Problem` if a file must not be written. A file that has the `content` already may be. */
export function refuseOutput(path: string, guard: PathGuard, content?: FileContent): Promise<void> {
  return outputCheck(FILES, guard).check(path, guard.replaceable, content);
}

/** Writes a file as a whole, where `refuseOutput` has not refused it. Rejects with a `Problem`. */
export function replaceOutput(path: string, content: string | Uint8Array): Promise<void> {
  return naming(path, () => replaceFile({ path, within: dirname(path) }, content));
}

/** A file of this machine that an export is written to. Rejects with a `Problem`. */
export async function outputFile(path: string, guard: PathGuard): Promise<OutputFile> {
  await refuseOutput(path, guard);
  const orProblem = (error: unknown): never => {
    throw new Problem(`${path}: ${causeOf(error)}`);
  };
  const folder = dirname(path);
  await clearExports(folder);
  // The name of the file with something added to it may be too long for the file system.
  const fresh = join(folder, `.galley-${randomUUID()}.tmp`);
  const file = await open(fresh, 'wx').catch(orProblem);
  const discard = async (): Promise<void> => {
    await file.close().catch(() => undefined);
    await patiently(() => rm(fresh, { force: true }));
  };
  return {
    write: async (content) => file.appendFile(content).catch(orProblem),
    async close() {
      try {
        await file.close();
        await patiently(() => rename(fresh, path));
      } catch (error) {
        await discard();
        orProblem(error);
      }
    },
    discard,
  };
}

/** Milliseconds after which an export that is not written to belongs to a run that was killed. */
const ABANDONED = 60 * 60_000;

/** Removes what exports that were killed have left in a folder. */
async function clearExports(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => /^\.galley-[0-9a-f-]{36}\.tmp$/.test(one))) {
    const left = await lstat(join(folder, name)).catch(() => undefined);
    if (left && Date.now() - left.mtimeMs > ABANDONED) await rm(join(folder, name), { force: true });
  }
}

const FILES: CheckedFiles = {
  keyOf: (path) => sameFileKey(resolve(path)),
  read: (path) => readBytes(path).catch(() => undefined),
  beginningOf,
};

/** Undefined if there is no file. */
async function beginningOf(path: string): Promise<string | undefined> {
  try {
    // A pipe would be waited for.
    const file = await withinTime(dirname(path), () => open(path, constants.O_RDONLY | constants.O_NONBLOCK));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Problem(`${path}: ${causeOf(error)}`);
  }
}
