import type { Ports } from '../../ports/ports';
import { openArchive } from './archive/openArchive';
import { nodeDigest } from './digest';
import { nodeFileSystem } from './fileSystem';
import { nodeOutput } from './output';
import { nodeResources } from './resources';
import { loadSegmenter } from './segmenter';

/** The ports of a language server on a machine with files and threads. */
export const nodePorts: Ports = {
  files: nodeFileSystem,
  resources: nodeResources,
  index: { openArchive },
  output: nodeOutput,
  digest: nodeDigest,
  segmenter: { load: loadSegmenter },
};
