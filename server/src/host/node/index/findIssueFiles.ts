import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { groupBy } from '../../../core/groups';
import { causeOf } from '../files';
import { findFiles } from '../findFiles';
import { withinTime } from '../timeLimit';
import { sidecarNameOf } from '../../../source/sidecar/model';
import { canonicalUri } from '../../../index/fileUri';
import type { Recognition } from '../../../index/recognition';
import type { FoundIssueFiles, IssueCandidate } from '../../index/indexFiles';

/**
 * The files of some folders that are issues or, where recognition by content is on, may be, as the editor recognises
 * them; each once. Hidden folders, those of programs and links out of a folder are left out.
 */
export async function findIssueFiles(folders: readonly string[], recognition: Recognition): Promise<FoundIssueFiles> {
  const found = new Map<string, IssueCandidate>();
  const unreadable = new Map<string, string>();
  for (const folder of folders)
    for (const candidate of await issueFilesIn(folder, recognition, unreadable)) {
      const before = found.get(candidate.uri);
      if (!before?.isCertain) found.set(candidate.uri, candidate);
    }
  return {
    files: [...found.values()],
    unreadable: [...unreadable].map(([path, cause]) => ({
      path,
      uri: canonicalUri(pathToFileURL(path).href),
      cause,
    })),
  };
}

async function issueFilesIn(
  cwd: string,
  { patterns, byContent }: Recognition,
  unreadable: Map<string, string>,
): Promise<IssueCandidate[]> {
  const options = { cwd, ignore: ['**/node_modules/**'], caseSensitiveMatch: false };
  const find = async (wanted: readonly string[]): Promise<readonly string[]> => {
    const found = await findFiles({ ...options, patterns: wanted });
    for (const [folder, cause] of found.unreadable) unreadable.set(folder, cause);
    return found.names;
  };
  const certain = new Set(await find(['**/*.issue.txt', ...patterns]));
  const possible = byContent ? await find(['**/*.txt']) : [];
  const sidecars = new Set(await find([sidecarNameOf('**/*')]));
  const candidates: IssueCandidate[] = [];
  const byFolder = groupBy(new Set([...certain, ...possible]), (name) => dirname(join(cwd, name)));
  for (const [folder, names] of byFolder)
    try {
      const states = await withinTime(folder, () => statesOf(cwd, names, sidecars));
      for (const [name, fingerprint] of states) {
        const path = join(cwd, name);
        const uri = canonicalUri(pathToFileURL(path).href);
        candidates.push({ path, uri, isCertain: certain.has(name), fingerprint });
      }
    } catch (error) {
      unreadable.set(folder, causeOf(error));
    }
  return candidates;
}

/** The fingerprints of the regular files among some of one folder. One after the other: a drive that has gone then blocks one thread. */
async function statesOf(
  cwd: string,
  names: readonly string[],
  sidecars: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const name of names) {
    const file = await stateOf(join(cwd, name));
    if (file === undefined) continue;
    const sidecar = sidecars.has(sidecarNameOf(name)) ? await stateOf(join(cwd, sidecarNameOf(name))) : undefined;
    states.set(name, `${file} ${sidecar ?? ''}`);
  }
  return states;
}

/** Size and time of the last change; undefined where there is no regular file. */
async function stateOf(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ? `${stats.size}-${stats.mtimeMs}` : undefined;
}
