import type { OpenBackups } from './backups';
import type { Digest } from './digest';
import type { FileSystem } from './fileSystem';
import type { IndexHost } from './indexHost';
import type { IssueWorkers } from './issueWorkers';
import type { Output } from './output';
import type { Resources } from './resources';
import type { Segmenter } from './segmenter';

/** Everything a server needs from the place it runs in. Each request and module takes only the port that it uses. */
export interface Ports {
  readonly files: FileSystem;
  readonly resources: Resources;
  readonly index: IndexHost;
  readonly workers: IssueWorkers;
  readonly output: Output;
  readonly backups: OpenBackups;
  readonly digest: Digest;
  readonly segmenter: Segmenter;
}
