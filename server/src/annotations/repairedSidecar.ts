import { applyEdits, shiftEdit, type Edit } from '../core/edit';
import { resultOfSteps } from '../core/steps';
import type { Sidecar } from '../source/sidecar/schema';
import { annotatedTextInSteps } from './annotatedText';
import { withAnnotated } from './save';

/** An edit of the fix of a rule. */
export interface RuleEdit extends Edit {
  readonly rule: string;
}

/** What is written into the log beside the edits. */
export interface RepairLog {
  /** Of the repaired text without a byte order mark. */
  readonly sha256: string;
  readonly by: string;
  /** As ISO 8601. */
  readonly time: string;
  /** A new random id. */
  readonly newId: () => string;
}

/**
 * The sidecar of a text after rounds of repairs: annotations and rejections have followed each edit, and each is logged as a
 * correction of its rule. The edits of a round do not overlap; their offsets are those of the text that the round before has
 * left. Sidecars count as editors do, without a byte order mark.
 */
export function repairedSidecar(
  sidecar: Sidecar,
  original: string,
  rounds: readonly (readonly RuleEdit[])[],
  { sha256, newId, ...origin }: RepairLog,
): Sidecar {
  const mark = original.startsWith('\uFEFF') ? 1 : 0;
  let text = original.slice(mark);
  const annotated = resultOfSteps(annotatedTextInSteps(sidecar, text));
  for (const edits of rounds)
    // The last first, so that the offsets of those before it stay as they are.
    for (const edit of edits.toSorted((one, other) => other.start - one.start || other.end - one.end)) {
      const { newText, start, end } = shiftEdit(edit, -mark);
      text = applyEdits(text, [{ newText, start, end }]);
      annotated.follow({ newText, start, end }, text, { id: newId(), rule: edit.rule, ...origin });
    }
  return withAnnotated(sidecar, annotated, sha256);
}
