import { statSync, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFiles } from '../findFiles';
import { withinTime } from '../timeLimit';
import { sidecarNameOf } from '../../../source/sidecar/model';
import { canonicalUri } from '../../../index/fileUri';
import type { Recognition } from '../../../index/recognition';

/** A file that is an issue by its name, or may be one by its content. */
export interface IssueCandidate {
  readonly path: string;
  readonly uri: string;
  readonly isCertain: boolean;
  /** Changes whenever the file or its sidecar does. */
  readonly fingerprint: string;
}

/**
 * The files of some folders that are issues or, where recognition by content is on, may be, as the editor recognises
 * them; each once. Hidden folders, those of programs and links out of a folder are left out.
 */
export async function findIssueFiles(
  folders: readonly string[],
  recognition: Recognition,
): Promise<readonly IssueCandidate[]> {
  const found = new Map<string, IssueCandidate>();
  for (const folder of folders)
    for (const candidate of await issueFilesIn(folder, recognition)) {
      const before = found.get(candidate.uri);
      if (!before?.isCertain) found.set(candidate.uri, candidate);
    }
  return [...found.values()];
}

async function issueFilesIn(cwd: string, { patterns, byContent }: Recognition): Promise<IssueCandidate[]> {
  const options = { cwd, ignore: ['**/node_modules/**'], caseSensitiveMatch: false };
  const find = async (wanted: readonly string[]): Promise<readonly string[]> =>
    (await findFiles({ ...options, patterns: wanted })).names;
  const certain = new Set(await find(['**/*.issue.txt', ...patterns]));
  const possible = byContent ? await find(['**/*.txt']) : [];
  const sidecars = new Set(await find([sidecarNameOf('**/*')]));
  const answering = new Map<string, boolean>();
  const names = [...new Set([...certain, ...possible])];
  for (const folder of new Set(names.map((name) => dirname(join(cwd, name)))))
    answering.set(folder, await answers(folder));
  return names.flatMap((name) => {
    if (answering.get(dirname(join(cwd, name))) === false) return [];
    const path = join(cwd, name);
    const file = stateOf(path);
    if (file === undefined) return [];
    const sidecar = sidecars.has(sidecarNameOf(name)) ? (stateOf(join(cwd, sidecarNameOf(name))) ?? '') : '';
    const uri = canonicalUri(pathToFileURL(path).href);
    return [{ path, uri, isCertain: certain.has(name), fingerprint: `${file} ${sidecar}` }];
  });
}

/** Whether a folder answers: those of its files are asked only then, because this thread waits for them. */
async function answers(folder: string): Promise<boolean> {
  return withinTime(stat(folder)).then(
    () => true,
    () => false,
  );
}

/** Size and time of the last change; undefined where there is no regular file. Waiting is faster here than asking the thread pool. */
function stateOf(path: string): string | undefined {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size}-${stats.mtimeMs}` : undefined;
}
