import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FileMethod,
  type FileParams,
  type FileState,
  type FolderEntry,
  type ReadFileParams,
  type ShippedFileParams,
  type WriteFileParams,
} from '../../server/src/lsp/fileProtocol';

/** Reads and writes files for a server that has none of its own. */
export function serveFiles(client: BaseLanguageClient, context: vscode.ExtensionContext): void {
  const files = vscode.workspace.fs;
  client.onRequest(FileMethod.read, ({ uri, maxBytes }: ReadFileParams) =>
    orNull(async () => {
      const file = vscode.Uri.parse(uri);
      const { type, size } = await files.stat(file);
      if ((type & vscode.FileType.File) === 0) throw new Error(vscode.l10n.t('This is a folder, not a file.'));
      if (size > maxBytes) throw new Error(vscode.l10n.t('It is larger than {0} MiB.', maxBytes >> 20));
      return files.readFile(file);
    }),
  );
  client.onRequest(FileMethod.write, async ({ uri, content }: WriteFileParams) => {
    const file = vscode.Uri.parse(uri);
    await files.createDirectory(vscode.Uri.joinPath(file, '..'));
    await files.writeFile(file, content);
  });
  client.onRequest(FileMethod.remove, ({ uri }: FileParams) => orNull(async () => files.delete(vscode.Uri.parse(uri))));
  client.onRequest(FileMethod.list, ({ uri }: FileParams) =>
    orNull(async () => (await files.readDirectory(vscode.Uri.parse(uri))).map(entryOf)),
  );
  client.onRequest(FileMethod.state, ({ uri }: FileParams) =>
    orNull(async (): Promise<FileState | null> => {
      const { type, size, mtime } = await files.stat(vscode.Uri.parse(uri));
      return (type & vscode.FileType.File) === 0 ? null : { size, changed: mtime };
    }),
  );
  client.onRequest(FileMethod.shipped, ({ path }: ShippedFileParams) => readShipped(path, context));
}

function entryOf([name, type]: [string, vscode.FileType]): FolderEntry {
  const isFolder = (type & vscode.FileType.Directory) !== 0;
  const isFile = (type & vscode.FileType.File) !== 0;
  const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
  // A link to a folder may lead anywhere, or in a circle.
  return { name, kind: isFile ? 'file' : isFolder && !isLink ? 'folder' : 'other' };
}

/** What is not there is null. */
async function orNull<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Bytes from which on a file is kept in the storage of the editor once it was fetched. */
const LARGE = 1 << 20;

/** Reads a file of the extension. Large ones, the models, are fetched once for each version of Galley. */
async function readShipped(path: string, { extension, extensionUri, globalStorageUri }: vscode.ExtensionContext) {
  const files = vscode.workspace.fs;
  const { version } = extension.packageJSON as { readonly version: string };
  const kept = vscode.Uri.joinPath(globalStorageUri, `shipped-${version}`, path);
  try {
    return await files.readFile(kept);
  } catch {
    const content = await files.readFile(vscode.Uri.joinPath(extensionUri, path));
    // Where nothing can be stored, it is fetched again the next time.
    if (content.length >= LARGE) await files.writeFile(kept, content).then(undefined, () => undefined);
    return content;
  }
}
