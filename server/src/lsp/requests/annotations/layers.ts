import { isAnnotation } from '../../../annotations/stored';
import { countsOf } from '../../../core/groups';
import type { FileSystem } from '../../../ports/fileSystem';
import type { Annotation, JsonObject } from '../../../source/sidecar/schema';
import type { LayerItem } from '../../annotationProtocol';
import type { Annotations } from '../../session/annotations';
import type { Turns } from '../../session/turns';
import { workspaceIssues, type WorkspaceSurroundings } from '../workspaceIssues';

/** What counting the layers of a workspace needs of the server. */
export interface LayersService extends WorkspaceSurroundings {
  readonly files: FileSystem;
  readonly annotations: Annotations;
  readonly turns: Turns;
}

/** How many annotations each layer has, given the layer of each; the empty name is that of the layer that every issue has. */
export function layerItems(layers: Iterable<Annotation['layer']>): LayerItem[] {
  return [...countsOf(Array.from(layers, (layer = '') => layer))].map(([layer, count]) => ({ layer, count }));
}

/** The layers of all issues of the workspace: of those that are open as they are now, of the others as they are stored. */
export async function workspaceLayers(service: LayersService, signal: AbortSignal): Promise<LayerItem[]> {
  const { files, annotations, turns } = service;
  const { items } = await workspaceIssues(service);
  const all: Annotation['layer'][] = [];
  for (const { uri } of items) {
    // What the user types meanwhile goes before each issue.
    await turns.next(signal);
    const annotated = annotations.get(uri);
    const stored: readonly JsonObject[] = annotated ? [] : (await files.readSidecar(uri)).sidecar.annotations;
    for (const { annotation } of annotated?.annotations() ?? []) all.push(annotation.layer);
    for (const one of stored) if (isAnnotation(one)) all.push(one.layer);
  }
  return layerItems(all);
}
