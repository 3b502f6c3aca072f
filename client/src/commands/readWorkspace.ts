import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import type { UpdateOutcome } from '../../../server/src/index/update';
import type { Command } from './command';

/** Reads the issues of the workspace that are not in the index yet, also where the user has stopped that before. */
export const readWorkspace: Command = {
  id: 'galley.readWorkspace',
  async run({ server }) {
    const outcome = await server.request<UpdateOutcome | null>(Method.indexUpdate, {});
    if (outcome?.isComplete)
      void vscode.window.showInformationMessage(vscode.l10n.t('The workspace index is up to date.'));
  },
};
