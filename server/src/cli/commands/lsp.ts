import process from 'node:process';
import { t } from '@vscode/l10n';
import { Problem } from '../../host/problem';
import { command } from '../command';

/** `galley lsp --stdio`: the language server, for editors other than VS Code. */
export const lsp = command({
  name: 'lsp',
  summary: 'Run the language server for an editor.',
  takesPaths: false,
  options: {
    stdio: { type: 'boolean', description: 'Communicate over standard input and output (required).' },
  },
  async run({ stdio }) {
    if (!stdio) throw new Problem(t('galley lsp needs --stdio.'));
    process.stdout.on('error', () => process.exit(2));
    await import('../../main.node');
    return undefined;
  },
});
