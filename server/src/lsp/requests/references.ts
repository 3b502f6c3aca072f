import type { Location, Position } from 'vscode-languageserver';
import { mentionAt } from '../../entities/mentionAt';
import { unpackOccurrences } from '../../workspace/occurrences';
import { namedKeyOf } from '../../workspace/record';
import type { OpenIssue } from '../openIssues';
import { offsetOf, rangeOfExtent } from '../ranges';
import type { WorkspaceArchive } from '../workspaceArchive';

/** Every place in the workspace that names the same person, place or organisation, the earliest issue first. */
export async function references(
  { analysis }: OpenIssue,
  position: Position,
  archive: WorkspaceArchive,
): Promise<Location[]> {
  const mention = mentionAt(analysis.mentions, offsetOf(analysis.document.lines, position));
  const key = mention && namedKeyOf(mention);
  if (key === undefined) return [];
  const found = unpackOccurrences(await archive.ask('occurrences', key));
  return found.flatMap(({ uri, extents }) => {
    const shown = archive.openIssue(uri)?.uri ?? uri;
    return extents.map((extent) => ({ uri: shown, range: rangeOfExtent(extent) }));
  });
}
