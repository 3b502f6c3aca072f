import { t } from '@vscode/l10n';
import { sameFileKey } from '../../../core/paths';
import type { OutputFolder } from '../../../export/write';
import { bytesOf } from '../../fileBytes';
import { BEGINNING, outputCheck, type PathGuard } from '../../outputCheck';
import { Problem } from '../../problem';
import { isKey, type ObjectPath } from './path';
import { sentenceOn } from './sentences';
import { openStore } from './store';

/**
 * A place in an object store that exports are written to, one object for each file. Rejects with a `Problem` where it cannot be reached,
 * and so do its functions; with a `NoStoreAccess` where that is due to this machine.
 */
export async function objectFolder({ bucket, prefix }: ObjectPath, guard: PathGuard): Promise<OutputFolder> {
  const root = `s3://${bucket}/`;
  const start = prefix === '' ? '' : `${prefix}/`;
  const store = await openStore(bucket, start);
  const keyOf = (path: string): string => path.slice(root.length);
  const naming = async <Result>(path: string, work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw new Problem(`${path}: ${sentenceOn(error)}`);
    });
  const refuse = outputCheck(
    {
      // Keys that differ only in case are different objects, but may be copied into a folder later.
      keyOf: sameFileKey,
      read: (path) => store.read(keyOf(path)).catch(() => undefined),
      async beginningOf(path) {
        const bytes = await naming(path, store.read(keyOf(path), BEGINNING));
        return bytes && new TextDecoder().decode(bytes);
      },
    },
    guard,
  );
  return {
    async write({ name, content, replaceable = guard.replaceable }) {
      // Half a character cannot be in a key. It is replaced, as in the names of files.
      const path = Buffer.from(`${root}${start}${name}`).toString();
      if (!isKey(keyOf(path))) throw new Problem(`${path}: ${t('The name leads out of the output folder.')}`);
      await refuse.check(path, replaceable, content);
      await naming(path, store.write(keyOf(path), bytesOf(content)));
    },
  };
}
