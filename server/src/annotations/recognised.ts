import { applyEdits } from '../core/edit';
import { resultOfSteps } from '../core/steps';
import { followedSidecar } from '../issue/structure/follow';
import type { IssueSource } from '../source/issueSource';
import { annotatedTextInSteps } from './annotatedText';
import { withAnnotated } from './save';

/**
 * A source with the original OCR text, as far as the corrections in the sidecar say. Annotations and the structure made
 * by hand follow; the corrections are gone. The same source where there is no correction.
 */
export function asRecognised<Source extends IssueSource>(source: Source): Source {
  const { sidecar } = source;
  if (sidecar.corrections.length === 0) return source;
  const mark = source.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const corrected = source.text.slice(mark.length);
  const annotated = resultOfSteps(annotatedTextInSteps(sidecar, corrected));
  let text = corrected;
  // The last first, so that the offsets of those before it stay as they are.
  for (const { start, end, original, id } of annotated.corrections().toReversed()) {
    const edit = { start, end, newText: original };
    text = applyEdits(text, [edit]);
    annotated.follow(edit, text, { id });
  }
  if (text === corrected) return source;
  const followed = followedSidecar(sidecar, corrected, text);
  // No file has this text, whose digest nothing asks for.
  return { ...source, text: mark + text, sidecar: withAnnotated(followed, annotated, '') };
}
