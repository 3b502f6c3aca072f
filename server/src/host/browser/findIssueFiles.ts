import picomatch from 'picomatch/posix';
import { messageOf } from '../../core/problems';
import { canonicalUri } from '../../index/fileUri';
import type { Recognition } from '../../index/recognition';
import { sidecarNameOf } from '../../source/sidecar/model';
import type { FoundIssueFiles, IssueCandidate, UnreadableFolder } from '../index/indexFiles';
import type { ClientFiles } from './clientFiles';
import { childOf, pathIn } from './uris';

/**
 * The files of some folders that are issues or, where recognition by content is on, may be, as the editor recognises
 * them; each once. Hidden folders and those of programs are left out, as is whatever is neither a file nor a folder.
 */
export async function findIssueFiles(
  files: ClientFiles,
  folders: readonly string[],
  { patterns, byContent }: Recognition,
): Promise<FoundIssueFiles> {
  const isNamed = picomatch(['**/*.issue.txt', ...patterns], { nocase: true });
  const isText = picomatch('**/*.txt', { nocase: true });
  const found = new Map<string, IssueCandidate>();
  const unreadable: UnreadableFolder[] = [];

  const read = async (folder: string, before: string): Promise<void> => {
    const entries = await files.list(folder).catch((error: unknown) => {
      unreadable.push({ path: pathIn(folder), uri: folder, cause: messageOf(error) });
      return undefined;
    });
    const names = new Set(entries?.map(({ name }) => name));
    for (const { name, kind } of entries ?? []) {
      if (name.startsWith('.')) continue;
      const relative = `${before}${name}`;
      const uri = childOf(folder, name);
      if (kind === 'folder' && name !== 'node_modules') await read(uri, `${relative}/`);
      const isCertain = isNamed(relative);
      if (kind !== 'file' || !(isCertain || (byContent && isText(relative)))) continue;
      const sidecar = sidecarNameOf(name);
      const fingerprint = await stateOf(files, uri);
      if (fingerprint === undefined) continue;
      const beside = names.has(sidecar) ? await stateOf(files, childOf(folder, sidecar)) : undefined;
      const candidate = {
        path: pathIn(uri),
        uri: canonicalUri(uri),
        isCertain,
        fingerprint: `${fingerprint} ${beside ?? ''}`,
      };
      if (!found.get(candidate.uri)?.isCertain) found.set(candidate.uri, candidate);
    }
  };
  for (const folder of folders) await read(folder, '');
  return { files: [...found.values()], unreadable };
}

/** Size and time of the last change; undefined where there is no file. */
async function stateOf(files: ClientFiles, uri: string): Promise<string | undefined> {
  const state = await files.state(uri).catch(() => undefined);
  return state && `${String(state.size)}-${String(state.changed)}`;
}
