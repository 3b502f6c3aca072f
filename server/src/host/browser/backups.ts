import type { OpenBackups } from '../../ports/backups';
import { decodeAs } from '../decode';
import { MAX_SIDECAR_BYTES } from '../sidecarBytes';
import type { ClientFiles } from './clientFiles';
import { browserDigest } from './digest';
import { childOf } from './uris';

/** Backups in the folder `annotations` of the editor's storage, named by the hash of the URI of their issue. */
export function backupsIn(files: ClientFiles): OpenBackups {
  return (storage) => {
    if (storage === undefined)
      return {
        read: () => Promise.resolve(undefined),
        write: () => Promise.resolve(),
        remove: () => Promise.resolve(),
      };
    const uriFor = async (issueUri: string): Promise<string> =>
      childOf(storage, `annotations/${(await browserDigest.sha256(issueUri)).slice(0, 32)}.json`);
    return {
      async read(issueUri) {
        const bytes = await files.read(await uriFor(issueUri), 2 * MAX_SIDECAR_BYTES).catch(() => undefined);
        return bytes && decodeAs('UTF-8', bytes);
      },
      write: async (issueUri, content) => files.write(await uriFor(issueUri), new TextEncoder().encode(content)),
      remove: async (issueUri) => files.remove(await uriFor(issueUri)),
    };
  };
}
