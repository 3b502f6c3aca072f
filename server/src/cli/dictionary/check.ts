import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { messageOf } from '../../core/problems';
import { createGazetteer } from '../../gazetteer/gazetteer';
import { loadShippedDictionaries, readOwnDictionary } from '../../host/node/gazetteer';
import { Problem } from '../../host/problem';
import type { ExitCode } from '../command';
import { tell } from '../terminal';
import { printProblems } from './problems';

/** Prints a line for each problem of some dictionaries; 1 where there is one. */
export async function checkEach(paths: readonly string[]): Promise<ExitCode> {
  const shipped = await loadShippedDictionaries();
  let isSound = true;
  let isRead = true;
  for (const path of paths)
    try {
      const own = await readOwnDictionary(resolve(path));
      if (!own) throw new Problem(`${path}: ${t('No such file or folder.')}`);
      const { problems } = createGazetteer({ shipped, own: [{ ...own, dictionary: path }] });
      await printProblems(problems);
      isSound &&= problems.length === 0;
    } catch (error) {
      tell(messageOf(error));
      isRead = false;
    }
  if (!isRead) return 2;
  return isSound ? 0 : 1;
}
