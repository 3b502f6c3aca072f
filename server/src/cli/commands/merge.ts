import { isUtf8 } from 'node:buffer';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { changeFile } from '../../host/node/changeFile';
import { causeOf, readBytes } from '../../host/node/files';
import { Problem } from '../../host/node/problem';
import { mergeSidecars } from '../../source/sidecar/merge';
import { printSidecar } from '../../source/sidecar/print';
import { NO_SIDECAR, readSidecar, unreadableSidecar, type SidecarReading } from '../../source/sidecar/read';
import { command } from '../command';
import { tell } from '../terminal';

/**
 * `galley merge BASE OURS THEIRS [NAME]`: a merge driver of git for sidecars. Ends with 1 where both sides have changed the
 * same thing; the sidecar is valid even then.
 */
export const merge = command({
  name: 'merge',
  summary: 'Merge two versions of a sidecar into the second file, as a merge driver of git: BASE OURS THEIRS [NAME].',
  takesPaths: false,
  takes: 'BASE OURS THEIRS [NAME]',
  options: {},
  async run(_, args) {
    const [base, ours, theirs, name = ours] = args;
    if (base === undefined || ours === undefined || theirs === undefined || name === undefined || args.length > 4)
      throw new Problem(t('Give three files: the common ancestor, ours and theirs. The result is written to ours.'));
    const ancestor = await readVersion(base);
    const other = await readVersion(theirs);
    let conflicts = 0;
    await changeFile({ path: ours, within: dirname(ours) }, (bytes) => {
      if (!bytes) throw new Problem(`${ours}: ${t('There is no such file or folder.')}`);
      const own = sound(ours, bytes);
      const merged = mergeSidecars(ancestor.sidecar, own.sidecar, other.sidecar);
      conflicts = merged.conflicts;
      return { content: printSidecar(merged.sidecar, own.original) };
    }).catch((error: unknown) => {
      const isNamed = error instanceof Problem && error.message.startsWith(`${ours}: `);
      throw isNamed ? error : new Problem(`${ours}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (conflicts === 0) return 0;
    tell(t('{0}: Both sides have changed the same thing in {1} places; see “conflicts” in the file.', name, conflicts));
    return 1;
  },
});

async function readVersion(path: string): Promise<SidecarReading> {
  try {
    return sound(path, await readBytes(path));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${path}: ${causeOf(error)}`);
  }
}

/** A version that can be read in full. Git gives an empty file where there is no common ancestor. */
function sound(path: string, bytes: Buffer): SidecarReading {
  if (bytes.length === 0) return NO_SIDECAR;
  const reading = isUtf8(bytes) ? readSidecar(bytes.toString('utf8')) : unreadableSidecar(t('It is not valid UTF-8.'));
  if (reading.problems.length > 0) throw new Problem(`${path}: ${reading.problems.join(' ')}`);
  return reading;
}
