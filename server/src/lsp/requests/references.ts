import { t } from '@vscode/l10n';
import type { Location } from 'vscode-languageserver';
import { mentionAt } from '../../entities/mentionAt';
import { unpackOccurrences } from '../../index/queries/occurrences';
import { namedKeyOf } from '../../entities/namedKey';
import type { OpenIssue } from '../session/openIssues';
import { rangeOfExtent } from '../ranges';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** What references need of the server beside the issue. */
export interface ReferencesContext {
  readonly index: WorkspaceIndex;
  inform(message: string): void;
}

/** Milliseconds that references wait for the rest of the workspace to be read. */
const PATIENCE = 2000;

/**
 * Every occurrence in the workspace of the same person, place or organisation, the earliest issue first. Informs the user
 * where issues are still to be read, because occurrences in them are missing.
 */
export async function references(
  { analysis }: OpenIssue,
  offset: number,
  { index, inform }: ReferencesContext,
): Promise<Location[]> {
  const mention = mentionAt(analysis.mentions, offset);
  const key = mention && namedKeyOf(mention);
  if (key === undefined) return [];
  if (!(await index.isCompleteWithin(PATIENCE)))
    inform(t('Galley has not read the whole workspace yet: occurrences in the other issues are missing.'));
  const found = unpackOccurrences(await index.ask('occurrences', key));
  return found.flatMap(({ uri, extents }) => {
    const shown = index.openIssue(uri)?.uri ?? uri;
    return extents.map((extent) => ({ uri: shown, range: rangeOfExtent(extent) }));
  });
}
