import * as vscode from 'vscode';
import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';
import { layerTitle } from '../../annotations/facts';
import { layerItems, pickLayer, type LayerPickItem } from '../../annotations/layerPick';
import { say } from '../../say';

/** Chooses the layer of new annotations: one that the issue or the workspace has, or a new one. */
export const chooseLayer = annotationCommand('galley.annotation.chooseLayer', async (place, galley) => {
  const layer = await pickLayer(place, galley, vscode.l10n.t('Layer of new annotations'));
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

/** Moves the annotation at the cursor, or those of the view, to another layer. */
export const moveToLayer = annotationCommand('galley.annotation.moveToLayer', async (place, galley, ...given) => {
  const { annotations, layers } = galley;
  const found = await annotationsOf(place, galley, given);
  const [first] = found;
  if (!first) return;
  const title =
    found.length === 1
      ? vscode.l10n.t('Layer for “{0}”', first.words)
      : vscode.l10n.t('Layer for {0} annotations', found.length);
  const layer = await pickLayer(place, galley, title);
  if (layer === undefined) return;
  const moving = found.filter((one) => (one.layer ?? '') !== layer);
  const name = layerTitle(layer);
  if (moving.length === 0) {
    say(vscode.l10n.t('Already in this layer: {0}', name));
    return;
  }
  const ids = moving.map(({ id }) => id);
  const result = await annotations.change(place.document, { kind: 'setLayer', ids, layer });
  if (!result) return;
  const { current, hidden } = layers.choice();
  const left = ids.length - result.changed;
  const sentences = [
    ...(result.changed > 0 ? [vscode.l10n.t('Annotations moved to the layer {0}: {1}.', name, result.changed)] : []),
    ...(left > 0
      ? [vscode.l10n.t('Not moved, because this layer has the same label on the same words: {0}.', left)]
      : []),
    ...(result.changed > 0 && hidden.includes(layer) && layer !== current
      ? [vscode.l10n.t('This layer is hidden.')]
      : []),
  ];
  say(sentences.join(' '));
});
