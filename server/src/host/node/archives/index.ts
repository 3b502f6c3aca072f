import type { ArchiveKind } from './archive';
import { ndjson } from './ndjson';
import { tar } from './tar';
import { zip } from './zip';

/** Every kind of archive that is read. */
const ARCHIVE_KINDS: readonly ArchiveKind[] = [zip, tar, ndjson];

/** How a file is read that is an archive by its name; undefined for an issue file. */
export function archiveKindOf(path: string): ArchiveKind | undefined {
  return ARCHIVE_KINDS.find(({ names }) => names.test(path));
}
