import * as vscode from 'vscode';
import type { EntryType } from '../../server/src/gazetteer/model';

/** Lets the user pick what an entry of a dictionary is; undefined where the user leaves off. */
export async function pickEntryType(placeHolder: string): Promise<EntryType | undefined> {
  const types: readonly (vscode.QuickPickItem & { readonly type: EntryType })[] = [
    { type: 'person', label: vscode.l10n.t('Person') },
    { type: 'place', label: vscode.l10n.t('Place') },
    { type: 'organisation', label: vscode.l10n.t('Organisation') },
    { type: 'office', label: vscode.l10n.t('Office'), description: vscode.l10n.t('a title such as 市长') },
    { type: 'phrase', label: vscode.l10n.t('Set phrase') },
    { type: 'word', label: vscode.l10n.t('Correct as it is'), description: vscode.l10n.t('never corrected') },
  ];
  return (await vscode.window.showQuickPick(types, { placeHolder }))?.type;
}
