import { withFacts } from '../../annotations/sidecar';
import { issueMetadata, type IssueFacts, type IssueMetadata } from '../../issue/metadata';
import type { OpenIssue } from '../openIssues';
import { fileNameOf, type Sidecars } from '../sidecars';

/** What is known of an issue: by the user, the file name, the page, or inferred, each with its certainty. */
export function metadataOf({ uri, snapshot: { document } }: OpenIssue, sidecars: Sidecars): IssueMetadata {
  return issueMetadata(document, { fileName: fileNameOf(uri), given: sidecars.get(uri).issue });
}

/** Keeps what the user says of an issue in its sidecar; an empty text takes a fact back. */
export async function setMetadata(issue: OpenIssue, facts: IssueFacts, sidecars: Sidecars): Promise<IssueMetadata> {
  await sidecars.change(issue.uri, (sidecar) => withFacts(sidecar, facts));
  return metadataOf(issue, sidecars);
}
