import * as vscode from 'vscode';
import { visible } from '../../../../server/src/core/visible';
import type { LayerItem } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand, type AnnotationPlace } from '../../annotations/annotationCommand';
import { layerTitle } from '../../annotations/facts';
import { say } from '../../say';
import type { Galley } from '../command';

interface LayerPickItem extends vscode.QuickPickItem {
  readonly layer: string;
  /** Whether it is that of new annotations. */
  readonly isCurrent: boolean;
}

/** Chooses the layer of new annotations: one that the issue or the workspace has, or a new one. */
export const chooseLayer = annotationCommand('galley.annotation.chooseLayer', async (place, galley) => {
  const items = await layerItems(place, galley);
  const isNew = { label: vscode.l10n.t('New layer…'), iconPath: new vscode.ThemeIcon('add') };
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly layer?: string }>(
    [...items, isNew],
    { title: vscode.l10n.t('Layer of new annotations'), matchOnDescription: true },
  );
  if (!chosen) return;
  const layer = chosen.layer ?? (await askForName());
  if (layer === undefined) return;
  await galley.layers.setCurrent(layer);
  say(vscode.l10n.t('New annotations are in this layer: {0}', layerTitle(layer)));
});

/** Shows the layers that are ticked, and hides the others. */
export const showLayers = annotationCommand('galley.annotation.showLayers', async (place, galley) => {
  const { hidden } = galley.layers.choice();
  const items = await layerItems(place, galley);
  const shown = await vscode.window.showQuickPick<LayerPickItem>(
    items.map((item) => ({ ...item, picked: !hidden.includes(item.layer) || item.isCurrent })),
    {
      title: vscode.l10n.t('Layers to show'),
      placeHolder: vscode.l10n.t('The layer of new annotations is always shown'),
      canPickMany: true,
    },
  );
  if (!shown) return;
  const layers = items.filter(({ isCurrent }) => !isCurrent).map(({ layer }) => layer);
  await galley.layers.setHidden(layers.filter((layer) => !shown.some((one) => one.layer === layer)));
});

/** The layers that are in the issue or the workspace, chosen or hidden, with their counts; that of new annotations first. */
async function layerItems(
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
