import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ServerHost } from '../../lsp/host';
import { loadSegmenter } from './segmenter';

/** The language server's host on a machine with files. Documents that are no files have no sidecar and no neighbours. */
export const nodeServerHost: ServerHost = {
  async readText(uri) {
    try {
      return isFile(uri) ? await readFile(fileURLToPath(uri), 'utf8') : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async writeText(uri, text) {
    const path = fileURLToPath(uri);
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, text);
    await rename(draft, path);
  },
  async listFolder(uri) {
    return isFile(uri) ? readdir(fileURLToPath(uri)).catch(() => []) : [];
  },
  loadSegmenter,
};

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
