import { withFacts } from '../../source/sidecar/model';
import { checkedFacts } from '../../source/sidecar/read';
import type { MetadataResult } from '../protocol';
import type { OpenIssue } from '../session/openIssues';
import type { Sidecars } from '../session/sidecars';

/** What is known of an issue: by the user, the file name, the page, or inferred, each with its certainty. */
export function metadataOf({ analysis }: OpenIssue): MetadataResult {
  const { newspaper, ...known } = analysis.metadata;
  return { ...known, ...(newspaper === undefined ? {} : { title: newspaper }) };
}

/**
 * Keeps what the user says of an issue in its sidecar; an empty text takes a fact back. Rejects with a sentence where a
 * fact is not as the sidecar must have it, such as a date that is none.
 */
export async function setMetadata({ uri }: OpenIssue, given: unknown, sidecars: Sidecars): Promise<void> {
  const facts = checkedFacts(given);
  await sidecars.change(uri, (sidecar) => withFacts(sidecar, facts));
}
