import * as vscode from 'vscode';
import type { LabelItem, LabelsResult } from '../../../server/src/lsp/annotationProtocol';
import { acceptedOrTyped } from '../quickPick';
import { styleOf, swatchOf } from './labelStyles';

interface LabelPickItem extends vscode.QuickPickItem {
  readonly label: string;
  readonly id: string;
  readonly key: string | undefined;
}

/**
 * Lets the user choose a label. The list shows the key of each, and a key that is pressed chooses at once, so that the keys are
 * learned. `last` comes first.
 */
export async function pickLabel({ labels }: LabelsResult, title: string, last?: string): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<LabelPickItem>();
  list.title = title;
  list.placeholder = vscode.l10n.t('Press the key of a label, or type a part of its name');
  list.matchOnDescription = true;
  const sorted = [...labels].sort((one, other) => Number(other.id === last) - Number(one.id === last));
  list.items = sorted.map(itemOf);
  return (await acceptedOrTyped(list, (typed) => list.items.find(({ key }) => key !== undefined && key === typed)))?.id;
}

function itemOf(label: LabelItem): LabelPickItem {
  return {
    id: label.id,
    key: label.key,
    label: label.title,
    description: [label.key, label.id].filter((part) => part !== undefined).join('  '),
    iconPath: swatchOf(styleOf(label, vscode.window.activeColorTheme.kind)),
  };
}
