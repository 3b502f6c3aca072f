import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import type { ServerHost } from '../../lsp/host';
import { openArchive } from './archive/openArchive';
import { causeOf, readSource, writeAtomically } from './files';
import { dictionaryPath, loadShippedDictionaries, readOwnDictionary } from './knowledge';
import { loadLanguage } from './language';
import { codeOf, Problem } from './problem';
import { loadSegmenter } from './segmenter';
import { loadTagger } from './tagger';

/** The language server's host on a machine with files. A document that is no file has no sidecar and no neighbours. */
export const nodeServerHost: ServerHost = {
  readIssue: (uri) =>
    new Promise((resolve) => {
      const { bytes, text, encoding } = readSource(pathOf(uri));
      resolve({ text, encoding, sha256: sha256Of(bytes) });
    }),
  hash: (text) => Promise.resolve(sha256Of(text)),
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
  openArchive,
  loadDictionaries: loadShippedDictionaries,
  readDictionary: (uri) => readOwnDictionary(pathOf(uri)),
  dictionaryUri: (dictionary) => pathToFileURL(dictionaryPath(dictionary)).href,
  loadSegmenter,
  loadTagger,
  loadLanguage,
};

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

function pathOf(uri: string): string {
  if (!isFile(uri)) throw new Problem(t('Save it as a file first.'));
  return fileURLToPath(uri);
}
