import * as vscode from 'vscode';
import type { LabelItem, LabelsResult } from '../../../server/src/lsp/annotationProtocol';
import { styleOf, swatchOf } from './labelStyles';

interface LabelPickItem extends vscode.QuickPickItem {
  readonly label: string;
  readonly id: string;
}

/**
 * Lets the user choose a label. The list shows the key of each, and a key that is pressed chooses at once, so that the keys are
 * learned. `last` comes first.
 */
export function pickLabel({ labels }: LabelsResult, title: string, last?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const list = vscode.window.createQuickPick<LabelPickItem>();
    list.title = title;
    list.placeholder = vscode.l10n.t('Press the key of a label, or type a part of its name');
    list.matchOnDescription = true;
    const sorted = [...labels].sort((one, other) => Number(other.id === last) - Number(one.id === last));
    list.items = sorted.map(itemOf);
    const done = (id: string | undefined): void => {
      resolve(id);
      list.dispose();
    };
    list.onDidChangeValue((value) => {
      const chosen = labels.find(({ key }) => key !== undefined && key === value);
      if (chosen) done(chosen.id);
    });
    list.onDidAccept(() => done(list.activeItems[0]?.id));
    list.onDidHide(() => done(undefined));
    list.show();
  });
}

function itemOf(label: LabelItem): LabelPickItem {
  return {
    id: label.id,
    label: label.title,
    description: [label.key, label.id].filter((part) => part !== undefined).join('  '),
    iconPath: swatchOf(styleOf(label, vscode.window.activeColorTheme.kind)),
  };
}
