import type { Location, Position } from 'vscode-languageserver';
import { mentionAt } from '../../entities/mentionAt';
import { unpackOccurrences } from '../../index/queries/occurrences';
import { namedKeyOf } from '../../index/record';
import type { OpenIssue } from '../session/openIssues';
import { offsetOf, rangeOfExtent } from '../ranges';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** Every place in the workspace that names the same person, place or organisation, the earliest issue first. */
export async function references(
  { analysis }: OpenIssue,
  position: Position,
  index: WorkspaceIndex,
): Promise<Location[]> {
  const mention = mentionAt(analysis.mentions, offsetOf(analysis.document.lines, position));
  const key = mention && namedKeyOf(mention);
  if (key === undefined) return [];
  const found = unpackOccurrences(await index.ask('occurrences', key));
  return found.flatMap(({ uri, extents }) => {
    const shown = index.openIssue(uri)?.uri ?? uri;
    return extents.map((extent) => ({ uri: shown, range: rangeOfExtent(extent) }));
  });
}
