import { t } from '@vscode/l10n';
import { ENTRY_TYPES } from '../../gazetteer/format/columns';
import { Problem } from '../../host/problem';
import { command } from '../command';
import { buildFrom } from '../dictionary/build';
import { checkEach } from '../dictionary/check';

/** `galley dictionary`: what is wrong with dictionaries of the user, and dictionaries made of the user's tables. */
export const dictionary = command({
  name: 'dictionary',
  summary: 'Check dictionaries of your own, or build one from tables.',
  takesPaths: false,
  takes: 'check|build FILE...',
  options: {
    out: { type: 'string', value: 'FILE', description: 'Write the dictionary to this file (build).' },
    force: { type: 'boolean', description: 'Allow --out to overwrite an existing file.' },
    type: {
      type: 'string',
      choices: ENTRY_TYPES,
      description: 'The type of the entries in tables that have no column for it.',
    },
    source: { type: 'string', value: 'TEXT', description: 'The source of the data, as a comment in the dictionary.' },
    licence: { type: 'string', value: 'TEXT', description: 'The licence of the data, as a comment in the dictionary.' },
    date: { type: 'string', value: 'DATE', description: 'The date of the data, as a comment in the dictionary.' },
  },
  run(options, [action, ...paths]) {
    if (action === 'check' && paths.length > 0) return checkEach(paths);
    if (action === 'build' && paths.length > 0) return buildFrom(paths, options);
    throw new Problem(t('Use galley dictionary check FILE... or galley dictionary build FILE...'));
  },
});
