import { t } from '@vscode/l10n';
import { Problem } from '../../host/node/problem';
import { command } from '../command';

/** `galley lsp --stdio`: the language server, for editors other than VS Code. */
export const lsp = command({
  name: 'lsp',
  summary: 'Serve an editor through the Language Server Protocol.',
  takesPaths: false,
  options: {
    stdio: { type: 'boolean', description: 'Speak over standard input and output, which is the only way.' },
  },
  async run({ stdio }) {
    if (!stdio) throw new Problem(t('galley lsp needs --stdio.'));
    await import('../../main.node');
    return undefined;
  },
});
