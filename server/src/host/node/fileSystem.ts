import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../../ports/fileSystem';
import { sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, unreadableSidecar } from '../../source/sidecar/read';
import { findIssueFiles } from './index/findIssueFiles';
import { sha256Of } from './digest';
import { isFile, pathOf } from './fileUri';
import { changeTextFile } from './changeTextFile';
import { liesWithin } from './containment';
import { causeOf, readBytes, readUtf8 } from './files';
import { decodeIssue } from '../decode';
import { codeOf, naming, Problem } from '../problem';
import { MAX_BYTES } from '../sizeLimit';
import { changeSidecarOf, readSidecarOf } from './sidecarFile';
import { NoAnswer, withinTime } from './timeLimit';

/** The files of this machine. A document that is not a file has no sidecar and no neighbours. */
export const nodeFileSystem: FileSystem = {
  readIssue: async (uri) => {
    const path = pathOf(uri);
    // Where it does not answer, nothing else in its folder is asked.
    const bytes = await readBytes(path, MAX_BYTES, dirname(path)).catch((error: unknown) => {
      throw new Problem(causeOf(error));
    });
    return { ...decodeIssue(bytes), sha256: sha256Of(bytes) };
  },
  readSidecar: async (issueUri) => {
    if (!isFile(issueUri)) return NO_SIDECAR;
    const path = pathOf(issueUri);
    // Reading it waits for the folder, so the folder must answer first.
    const problem = await withinTime(dirname(path), () => stat(sidecarNameOf(path))).then(
      () => undefined,
      (error: unknown) => (error instanceof NoAnswer ? error.message : undefined),
    );
    return problem === undefined ? readSidecarOf(path) : unreadableSidecar(problem);
  },
  changeSidecar: async (issueUri, change) => {
    const path = pathOf(issueUri);
    return naming(sidecarNameOf(path), () => changeSidecarOf(path, change));
  },
  changeText: async (uri, folderUri, change) => {
    const target = { path: pathOf(uri), within: pathOf(folderUri) };
    await naming(target.path, () => changeTextFile(target, change));
  },
  async readText(uri) {
    if (!isFile(uri)) return undefined;
    const path = pathOf(uri);
    try {
      return await readUtf8(path, dirname(path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw new Problem(causeOf(error));
    }
  },
  async namesBeside(uri) {
    if (!isFile(uri)) return [];
    const folder = dirname(fileURLToPath(uri));
    return withinTime(folder, () => readdir(folder)).catch(() => []);
  },
  isBelow: async (uri, folderUri) => {
    if (!isFile(uri)) return false;
    const folder = pathOf(folderUri);
    return withinTime(folder, () => liesWithin(folder, pathOf(uri))).catch(() => false);
  },
  async findIssues(folders, recognition) {
    const { files, unreadable } = await findIssueFiles(folders.filter(isFile).map(pathOf), recognition);
    return { files, unreadable: new Map(unreadable.map(({ path, cause }) => [path, cause])) };
  },
};
