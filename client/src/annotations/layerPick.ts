import * as vscode from 'vscode';
import { visible } from '../../../server/src/core/visible';
import type { LayerItem } from '../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../commands/command';
import type { AnnotationPlace } from './annotationCommand';
import { layerTitle } from './facts';

export interface LayerPickItem extends vscode.QuickPickItem {
  readonly layer: string;
  /** Whether it is that of new annotations. */
  readonly isCurrent: boolean;
}

/**
 * Lets the user choose a layer that the issue or the workspace has, or name a new one. Undefined where the user has chosen none;
 * the empty name is that of the layer that every issue has.
 */
export async function pickLayer(place: AnnotationPlace, galley: Galley, title: string): Promise<string | undefined> {
  const items = await layerItems(place, galley);
  const isNew = { label: vscode.l10n.t('New layer…'), iconPath: new vscode.ThemeIcon('add') };
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly layer?: string }>(
    [...items, isNew],
    { title, matchOnDescription: true },
  );
  return chosen && (chosen.layer ?? (await askForName()));
}

/** The layers that are in the issue or the workspace, chosen or hidden, with their counts; that of new annotations first. */
export async function layerItems(
  { document }: AnnotationPlace,
  { annotations, layers }: Galley,
): Promise<readonly LayerPickItem[]> {
  // A list that is shown before it is filled could be accepted while it is empty.
  const counting = Promise.all([
    annotations.labelsOf(document),
    annotations.layers(document, 'issue'),
    annotations.layers(document, 'workspace'),
  ]);
  const progress = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Counting annotations by layer') };
  const [{ layer: current = '' }, ofIssue, ofWorkspace] = await vscode.window.withProgress(progress, () => counting);
  const names = new Set(
    [current, '', ...[...ofIssue, ...ofWorkspace].map(({ layer }) => layer), ...layers.choice().hidden].sort(
      (one, other) => Number(other === current) - Number(one === current) || one.localeCompare(other),
    ),
  );
  return [...names].map((layer) => ({
    label: visible(layerTitle(layer)),
    description: [
      ...(layer === current ? [vscode.l10n.t('for new annotations')] : []),
      vscode.l10n.t('this issue: {0}', countOf(ofIssue, layer)),
      vscode.l10n.t('workspace: {0}', Math.max(countOf(ofIssue, layer), countOf(ofWorkspace, layer))),
    ].join(' · '),
    layer,
    isCurrent: layer === current,
  }));
}

function countOf(items: readonly LayerItem[], layer: string): number {
  return items.find((one) => one.layer === layer)?.count ?? 0;
}

async function askForName(): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('New layer'),
    prompt: vscode.l10n.t('A person or a task, such as “second reading”'),
  });
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}
