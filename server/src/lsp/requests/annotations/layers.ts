import { isAnnotation } from '../../../annotations/stored';
import { countsOf } from '../../../core/groups';
import type { FileSystem } from '../../../ports/fileSystem';
import type { Annotation } from '../../../source/sidecar/schema';
import type { LayerItem } from '../../annotationProtocol';
import type { Annotations } from '../../session/annotations';
import { severalAtATime } from '../../session/severalAtATime';
import type { Turns } from '../../session/turns';
import { workspaceIssues, type WorkspaceIssue, type WorkspaceSurroundings } from '../workspaceIssues';

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
  const read = async ({ uri }: WorkspaceIssue): Promise<readonly Annotation['layer'][]> => {
    const open = annotations.get(uri)?.annotations();
    if (open) return open.map(({ annotation }) => annotation.layer);
    const { annotations: stored } = (await files.readSidecar(uri)).sidecar;
    return stored.flatMap((one) => (isAnnotation(one) ? [one.layer] : []));
  };
  const all: Annotation['layer'][] = [];
  for await (const { outcome } of severalAtATime(items, read, { turns, signal }))
    if (outcome.status === 'fulfilled') all.push(...outcome.value);
  signal.throwIfAborted();
  return layerItems(all);
}
