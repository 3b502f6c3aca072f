import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../../views/annotations/tree';
import type { Command } from '../command';

/** Chooses what the view groups annotations by. */
export const groupAnnotations: Command = {
  id: 'galley.annotation.groupBy',
  async run({ annotationView }) {
    const current = annotationView.grouping();
    const items = GROUPINGS.map((grouping) => ({
      label: titleOf(grouping),
      description: grouping === current ? vscode.l10n.t('now') : '',
      grouping,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group annotations by') });
    if (chosen) await annotationView.groupBy(chosen.grouping);
  },
};

/** Asks for a text that annotations must contain to be shown. */
export const filterAnnotations: Command = {
  id: 'galley.annotation.filter',
  async run({ annotationView }) {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter annotations'),
      prompt: vscode.l10n.t('Enter part of the text, label, headline, author or comment. Leave empty to show all.'),
      value: annotationView.filter(),
    });
    if (text !== undefined) annotationView.setFilter(text);
  },
};

/** Shows the next rows of a group of the view. */
export const showMoreAnnotations: Command = {
  id: 'galley.annotation.showMore',
  run({ annotationView }, group) {
    if (typeof group === 'string') annotationView.showMore(group);
  },
};

function titleOf(grouping: Grouping): string {
  switch (grouping) {
    case 'article':
      return vscode.l10n.t('Article');
    case 'label':
      return vscode.l10n.t('Label');
    case 'state':
      return vscode.l10n.t('State');
    case 'layer':
      return vscode.l10n.t('Layer');
  }
}
