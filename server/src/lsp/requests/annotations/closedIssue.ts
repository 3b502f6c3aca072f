import { annotatedTextInSteps } from '../../../annotations/annotatedText';
import type { Authorship } from '../../../annotations/authorship';
import { recordsOf, type AnnotationChange } from '../../../annotations/change';
import { withAnnotated } from '../../../annotations/save';
import { resultOfSteps } from '../../../core/steps';
import type { Digest } from '../../../ports/digest';
import type { FileSystem } from '../../../ports/fileSystem';

/**
 * Changes the annotations of an issue that is not open, in its sidecar, on top of what that says by then. `text` is the text of
 * the file. Returns the ids of the annotations that were changed. Rejects with a sentence where the sidecar cannot be written.
 */
export async function changeClosedIssue(
  uri: string,
  text: string,
  change: AnnotationChange,
  { files, digest, author }: { readonly files: FileSystem; readonly digest: Digest; readonly author: Authorship },
): Promise<readonly string[]> {
  const sha256 = await digest.sha256(text);
  let ids: readonly string[] = [];
  await files.changeSidecar(uri, (sidecar) => {
    const annotated = resultOfSteps(annotatedTextInSteps(sidecar, text));
    const records = recordsOf(annotated, change, author);
    ids = records.flatMap(({ kind, id }) => (kind === 'annotation' ? [id] : []));
    if (records.length === 0) return sidecar;
    annotated.apply(records);
    return withAnnotated(sidecar, annotated, sha256);
  });
  return ids;
}
