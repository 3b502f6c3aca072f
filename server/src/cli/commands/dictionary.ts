import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { messageOf } from '../../core/problems';
import { visible } from '../../core/visible';
import { createGazetteer } from '../../gazetteer/gazetteer';
import { problemLine } from '../../gazetteer/format/readDictionary';
import { loadShippedDictionaries, readOwnDictionary } from '../../host/node/gazetteer';
import { Problem } from '../../host/problem';
import { command } from '../command';
import { print, tell } from '../terminal';

/** `galley dictionary check`: what is wrong with dictionaries of the user. Ends with 1 where something is. */
export const dictionary = command({
  name: 'dictionary',
  summary: 'Check dictionaries of your own: a line for each problem.',
  takesPaths: false,
  takes: 'check FILE...',
  options: {},
  async run(_, [action, ...paths]) {
    if (action !== 'check' || paths.length === 0) throw new Problem(t('Use galley dictionary check FILE...'));
    const shipped = await loadShippedDictionaries();
    let isSound = true;
    let isRead = true;
    for (const path of paths)
      try {
        const own = await readOwnDictionary(resolve(path));
        if (!own) throw new Problem(`${path}: ${t('There is no such file or folder.')}`);
        const { problems } = createGazetteer({ shipped, own: [{ ...own, dictionary: path }] });
        await print(problems.map((problem) => `${visible(problemLine(problem))}\n`).join(''));
        isSound &&= problems.length === 0;
      } catch (error) {
        tell(messageOf(error));
        isRead = false;
      }
    if (!isRead) return 2;
    return isSound ? 0 : 1;
  },
});
