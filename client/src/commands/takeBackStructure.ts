import * as vscode from 'vscode';
import { changeStructure, structureAt } from '../structure';
import { issueCommand } from './command';

/** Lists what has been decided in the issue and reverts what the user ticks: at first, what is at the cursor. */
export const takeBackStructure = issueCommand('galley.takeBackStructure', async (document, { server }) => {
  const known = await structureAt(server, document);
  if (!known) return;
  if (known.decisions.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This issue has no manual structure.'));
    return;
  }
  const items = known.decisions.map(({ id, title, words, position, isHere }) => ({
    label: title,
    description: words,
    detail: position
      ? vscode.l10n.t('Line {0}', position.line + 1)
      : vscode.l10n.t('Not applied: this line is no longer in the text.'),
    picked: isHere,
    id,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('Select what to revert'),
    matchOnDescription: true,
  });
  if (!chosen || chosen.length === 0) return;
  await changeStructure(server, document, { kind: 'takeBack', which: chosen.map(({ id }) => id) });
});
