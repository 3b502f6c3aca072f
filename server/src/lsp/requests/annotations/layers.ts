import type { FileSystem } from '../../../ports/fileSystem';
import { isAnnotation } from '../../../annotations/stored';
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

/** The layers of some annotations with how many each has; the empty name is that of the layer that every issue has. */
export function layersOf(annotations: Iterable<Pick<Annotation, 'layer'>>): LayerItem[] {
  const counts = new Map<string, number>();
  for (const { layer = '' } of annotations) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return [...counts].map(([layer, count]) => ({ layer, count }));
}

/** The layers of all issues of the workspace: of those that are open as they are now, of the others as they are stored. */
export async function workspaceLayers(service: LayersService, signal: AbortSignal): Promise<LayerItem[]> {
  const { files, annotations, turns } = service;
  const { items } = await workspaceIssues(service);
  const all: Pick<Annotation, 'layer'>[] = [];
  for (const { uri } of items) {
    // What the user types meanwhile goes before each issue.
    await turns.next(signal);
    const annotated = annotations.get(uri);
    const stored: readonly JsonObject[] = annotated ? [] : (await files.readSidecar(uri)).sidecar.annotations;
    for (const { annotation } of annotated?.annotations() ?? []) all.push(annotation);
    for (const one of stored) if (isAnnotation(one)) all.push(one);
  }
  return layersOf(all);
}
