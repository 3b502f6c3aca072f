import type * as vscode from 'vscode';
import { readLayerChoice, type LayerChoice } from '../../../server/src/annotations/layers';
import { AnnotationMethod } from '../../../server/src/lsp/annotationProtocol';
import type { Server } from '../server';

/** The layers that the user works with in this workspace. The empty name is that of the layer that every issue has. */
export interface Layers {
  choice(): LayerChoice;
  /** Sets the layer of new annotations, which is then shown. */
  setCurrent(layer: string): Promise<void>;
  setHidden(layers: readonly string[]): Promise<void>;
}

/** Where the choice is kept between two starts of the editor: with the workspace, and not in its files. */
const KEY = 'galley.annotations.layers';

/** What was chosen in this workspace. */
export function layerChoice({ workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>): LayerChoice {
  return readLayerChoice(workspaceState.get(KEY));
}

/** Keeps the choice of layers, and tells the server of it. */
export function createLayers(server: Server, context: Pick<vscode.ExtensionContext, 'workspaceState'>): Layers {
  const choose = async (choice: LayerChoice): Promise<void> => {
    await context.workspaceState.update(KEY, choice);
    await server.notify(AnnotationMethod.chooseLayers, choice);
  };
  return {
    choice: () => layerChoice(context),
    setCurrent(layer) {
      const { hidden } = layerChoice(context);
      return choose({ current: layer, hidden: hidden.filter((one) => one !== layer) });
    },
    setHidden: (hidden) => choose({ ...layerChoice(context), hidden }),
  };
}
