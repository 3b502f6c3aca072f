import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { onLayout } from '../../annotations/onLayout';
import { changeFile, type NewContent } from '../../host/node/changeFile';
import { causeOf, readBytes } from '../../host/node/files';
import { naming, Problem } from '../../host/problem';
import { MAX_SIDECAR_BYTES, readSidecarBytes, sidecarBytes } from '../../host/sidecarBytes';
import { exactSidecar, type ExactSidecar } from '../../source/sidecar/exactJson';
import { mergeSidecars } from '../../source/sidecar/merge';
import { printSidecar } from '../../source/sidecar/print';
import { NO_SIDECAR } from '../../source/sidecar/read';
import { command } from '../command';
import { tell } from '../terminal';

/**
 * `galley merge BASE OURS THEIRS [NAME]`: a merge driver of git for sidecars. Ends with 1 where both sides have changed the
 * same thing; the sidecar is valid even then.
 */
export const merge = command({
  name: 'merge',
  summary: 'Merge two versions of a sidecar into the second file, as a Git merge driver: BASE OURS THEIRS [NAME].',
  takesPaths: false,
  takes: 'BASE OURS THEIRS [NAME]',
  options: {},
  async run(_, args) {
    const [base, ours, theirs, name = ours] = args;
    if (base === undefined || ours === undefined || theirs === undefined || name === undefined || args.length > 4)
      throw new Problem(t('Specify three files: the common ancestor, ours and theirs. The result is written to ours.'));
    const ancestor = await readVersion(base);
    const other = await readVersion(theirs);
    let conflicts = 0;
    const merged = async (bytes: Buffer | undefined): Promise<NewContent> => {
      if (!bytes) throw new Problem(t('No such file or folder.'));
      const own = await sound(bytes);
      const { text } = own.sidecar;
      const result = mergeSidecars(onLayout(ancestor.sidecar, text), own.sidecar, onLayout(other.sidecar, text));
      conflicts = result.conflicts;
      const places = new Map([...own.places, ...other.places]);
      return { content: sidecarBytes(printSidecar(result.sidecar, own.original, places)) };
    };
    await naming(ours, () => changeFile({ path: ours, within: dirname(ours), maxBytes: MAX_SIDECAR_BYTES }, merged));
    if (conflicts === 0) return 0;
    tell(t('{0}: Both sides made conflicting changes in {1} places; see “conflicts” in the file.', name, conflicts));
    return 1;
  },
});

async function readVersion(path: string): Promise<ExactSidecar> {
  return naming(path, async () => {
    const bytes = await readBytes(path, MAX_SIDECAR_BYTES).catch((error: unknown) => {
      throw new Problem(causeOf(error));
    });
    return sound(bytes);
  });
}

/** A version that can be read in full. Git gives an empty file where there is no common ancestor. */
async function sound(bytes: Buffer): Promise<ExactSidecar> {
  if (bytes.length === 0) return exactSidecar(NO_SIDECAR);
  const reading = await readSidecarBytes(bytes);
  if (reading.problems.length > 0) throw new Problem(reading.problems.join(' '));
  return exactSidecar(reading);
}
