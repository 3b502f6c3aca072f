import type * as vscode from 'vscode';
import { readLayerChoice, type LayerChoice } from '../../../server/src/annotations/layers';

/** Where the choice is kept between two starts of the editor: with the workspace, and not in its files. */
export const LAYERS_KEY = 'galley.annotations.layers';

/** What was chosen in this workspace. */
export function layerChoice({ workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>): LayerChoice {
  return readLayerChoice(workspaceState.get(LAYERS_KEY));
}
