import * as vscode from 'vscode';
import type { StructureResult } from '../../../server/src/lsp/structureProtocol';
import { accepted } from '../quickPick';
import { changeStructure, selectionIn, structureAt } from '../structure';
import { issueCommand } from './command';

/** Sets what the selected blocks are. The role that the first of them has now is marked. */
export const setBlockRole = issueCommand('galley.setBlockRole', async (document, { server }) => {
  const range = selectionIn(document);
  const known = await structureAt(server, document);
  const role = known && (await chooseRole(known));
  if (role) await changeStructure(server, document, { kind: 'role', range, role });
});

interface RoleItem extends vscode.QuickPickItem {
  readonly role: StructureResult['roles'][number]['role'];
}

/** Unlike `showQuickPick`, this begins at the role that the block has. */
async function chooseRole({ roles, role: current }: StructureResult): Promise<RoleItem['role'] | undefined> {
  const pick = vscode.window.createQuickPick<RoleItem>();
  pick.placeholder = vscode.l10n.t('What is this block?');
  pick.items = roles.map(({ role, title }) =>
    role === current ? { label: title, description: vscode.l10n.t('now'), role } : { label: title, role },
  );
  pick.activeItems = pick.items.filter(({ role }) => role === current);
  return (await accepted(pick))?.role;
}
