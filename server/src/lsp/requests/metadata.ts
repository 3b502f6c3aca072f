import { withFacts } from '../../source/sidecar/model';
import type { IssueFacts } from '../../source/sidecar/schema';
import type { MetadataResult } from '../protocol';
import type { OpenIssue } from '../session/openIssues';
import type { Sidecars } from '../session/sidecars';

/** What is known of an issue: by the user, the file name, the page, or inferred, each with its certainty. */
export function metadataOf({ analysis }: OpenIssue): MetadataResult {
  const { newspaper, ...known } = analysis.metadata;
  return { ...known, ...(newspaper === undefined ? {} : { title: newspaper }) };
}

/** Keeps what the user says of an issue in its sidecar; an empty text takes a fact back. */
export async function setMetadata({ uri }: OpenIssue, facts: IssueFacts, sidecars: Sidecars): Promise<void> {
  await sidecars.change(uri, (sidecar) => withFacts(sidecar, facts));
}
