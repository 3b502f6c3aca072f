import * as vscode from 'vscode';
import { annotationCommand } from '../../annotations/annotationCommand';
import { styleOf, swatchOf } from '../../annotations/labelStyles';

/** Lists the labels with their marks and keys, and the other keys of annotation mode. */
export const showLegend = annotationCommand('galley.annotation.showLegend', async ({ document }, { annotations }) => {
  const { labels, layer } = await annotations.labelsOf(document);
  const theme = vscode.window.activeColorTheme.kind;
  const items: vscode.QuickPickItem[] = [
    { label: vscode.l10n.t('Labels'), kind: vscode.QuickPickItemKind.Separator },
    ...labels.map((label) => ({
      label: label.title,
      description: label.key ?? '',
      iconPath: swatchOf(styleOf(label, theme)),
    })),
    { label: vscode.l10n.t('Keys of annotation mode'), kind: vscode.QuickPickItemKind.Separator },
    ...keys().map(([key, meaning]) => ({ label: meaning, description: key })),
  ];
  const title =
    layer === undefined ? vscode.l10n.t('Labels and keys') : vscode.l10n.t('Labels and keys (layer {0})', layer);
  await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
});

function keys(): readonly (readonly [key: string, meaning: string])[] {
  return [
    ['Enter', vscode.l10n.t('Accept the suggestion and go to the next')],
    ['Backspace', vscode.l10n.t('Reject the suggestion and go to the next')],
    ['Tab · Shift+Tab', vscode.l10n.t('Next or previous suggestion')],
    ['s', vscode.l10n.t('Accept many suggestions')],
    ['n · b', vscode.l10n.t('Next or previous annotation')],
    ['] · [', vscode.l10n.t('Extend or shrink by a character')],
    ['} · {', vscode.l10n.t('Extend or shrink by a word')],
    ['< · >', vscode.l10n.t('Move the start by a character')],
    ['r', vscode.l10n.t('Another label')],
    ['a', vscode.l10n.t('Attributes')],
    ['m', vscode.l10n.t('Relation to another annotation')],
    ['i', vscode.l10n.t('Move to another layer')],
    ['g', vscode.l10n.t('Annotate every occurrence')],
    ['y', vscode.l10n.t('Confirm changed words')],
    ['=', vscode.l10n.t('Resolve a conflict')],
    ['x · Delete', vscode.l10n.t('Delete the annotation')],
    ['Ctrl+Z', vscode.l10n.t('Undo the last change')],
    ['Esc', vscode.l10n.t('Leave annotation mode')],
  ];
}
