import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../../ports/fileSystem';
import { sha256Of } from './digest';
import { isFile, pathOf } from './fileUri';
import { causeOf, readSource, writeAtomically } from './files';
import { codeOf, Problem } from './problem';

/** The files of this machine. A document that is not a file has no sidecar and no neighbours. */
export const nodeFileSystem: FileSystem = {
  readIssue: (uri) =>
    new Promise((resolve) => {
      const { bytes, text, encoding } = readSource(pathOf(uri));
      resolve({ text, encoding, sha256: sha256Of(bytes) });
    }),
  async readText(uri) {
    if (!isFile(uri)) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw new Problem(causeOf(error));
    }
  },
  async writeText(uri, text) {
    const path = pathOf(uri);
    await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
      throw new Problem(causeOf(error));
    });
    await writeAtomically(path, text);
  },
  async keepAside(uri) {
    const path = pathOf(uri);
    const taken = new Set(await readdir(dirname(path)));
    let aside = `${basename(path)}.broken`;
    for (let number = 2; taken.has(aside); number++) aside = `${basename(path)}.broken-${number}`;
    await rename(path, `${dirname(path)}/${aside}`);
    return aside;
  },
  async namesBeside(uri) {
    return isFile(uri) ? readdir(dirname(fileURLToPath(uri))).catch(() => []) : [];
  },
};
