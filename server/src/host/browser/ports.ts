import type { Ports } from '../../ports/ports';
import { backupsIn } from './backups';
import type { ClientFiles } from './clientFiles';
import { browserDigest } from './digest';
import { createFileSystem } from './fileSystem';
import { createIndexHost } from './workspaceIndex';
import { createOutput } from './output';
import { createResources } from './resources';
import { loadSegmenter } from './segmenter';

/** The ports of a language server in a web worker, whose client has the files. `extensionUri` names the folder of Galley. */
export function browserPorts(files: ClientFiles, extensionUri: string): Ports {
  const resources = createResources(files, extensionUri);
  return {
    files: createFileSystem(files),
    resources,
    index: createIndexHost(files, resources),
    // A browser would have to load the dictionaries and models again for each worker.
    workers: { start: () => Promise.resolve(undefined) },
    output: createOutput(files),
    backups: backupsIn(files),
    digest: browserDigest,
    segmenter: { load: loadSegmenter },
  };
}
