import type * as vscode from 'vscode';
import type { LayerChoice } from '../../../server/src/annotations/layers';
import { AnnotationMethod } from '../../../server/src/lsp/annotationProtocol';
import type { Server } from '../server';
import { layerChoice, LAYERS_KEY } from './layerChoice';

/** The layers that the user works with in this workspace. The empty name is that of the layer that every issue has. */
export interface Layers {
  choice(): LayerChoice;
  /** Sets the layer of new annotations, which is then shown. */
  setCurrent(layer: string): Promise<void>;
  setHidden(layers: readonly string[]): Promise<void>;
}

/** Keeps the choice of layers, and tells the server of it. */
export function createLayers(server: Server, context: Pick<vscode.ExtensionContext, 'workspaceState'>): Layers {
  const choose = async (choice: LayerChoice): Promise<void> => {
    await context.workspaceState.update(LAYERS_KEY, choice);
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
