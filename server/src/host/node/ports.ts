import type { Ports } from '../../ports/ports';
import { openBackups } from './backups';
import { nodeIssueWorkers } from './export/issueWorkers';
import { openIndex } from './index/openIndex';
import { nodeDigest } from './digest';
import { nodeFileSystem } from './fileSystem';
import { nodeOutput } from './output';
import { nodeResources } from './resources';
import { loadSegmenter } from './segmenter';

/** The ports of a language server on a machine with files and threads. */
export const nodePorts: Ports = {
  files: nodeFileSystem,
  resources: nodeResources,
  index: { openIndex },
  workers: nodeIssueWorkers,
  output: nodeOutput,
  backups: openBackups,
  digest: nodeDigest,
  segmenter: { load: loadSegmenter },
};
