import type { Diagnostic } from '../core/diagnostic';
import type { Edit } from '../core/edit';
import { firstIndex } from '../core/search';

/** Tells which rule's fix an edit is; undefined where a person has typed it. `isOneOfMany`: others came in the same message. */
export type AcceptedRule = (edit: Edit, isOneOfMany: boolean) => string | undefined;

/**
 * Tells accepted fixes from typing by the findings in the text before the edit, because clients do not say what a user has
 * chosen. One of many edits may also be several fixes merged into one; it then counts for the first of them.
 */
export function acceptedRules(diagnostics: readonly Diagnostic[]): AcceptedRule {
  const known = diagnostics
    .flatMap((diagnostic) => editsOf(diagnostic).map((edit) => ({ ...edit, rule: diagnostic.rule })))
    .sort((one, other) => one.start - other.start);
  return (edit, isOneOfMany) => {
    const first = firstIndex(known.length, (at) => (known[at]?.start ?? 0) >= edit.start);
    for (let at = first; ; at++) {
      const fix = known[at];
      if (fix?.start !== edit.start) break;
      if (fix.end === edit.end && fix.newText === edit.newText) return fix.rule;
    }
    const within = known[first];
    return isOneOfMany && within && within.start <= edit.end ? within.rule : undefined;
  };
}

function editsOf({ fixes, occurrences = [] }: Diagnostic): Edit[] {
  return [...fixes.flatMap(({ edits }) => edits), ...occurrences.flatMap(({ edits }) => edits)];
}
