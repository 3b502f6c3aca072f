import type { Diagnostic } from '../core/diagnostic';
import type { Edit } from '../core/edit';
import { firstIndex } from '../core/search';

/** Tells which rule's fix an edit is; undefined where a person has typed it. */
export type AcceptedRule = (edit: Edit) => string | undefined;

/**
 * Tells accepted fixes from typing by the findings in the text before the edits of one message, because clients do not say
 * what a user has chosen. One of many edits may also be several fixes merged into one; it then counts for the first of them.
 */
export function acceptedRules(diagnostics: readonly Diagnostic[], isOneOfMany: boolean): AcceptedRule {
  return isOneOfMany ? rulesOfMany(diagnostics) : (edit) => ruleOfOne(diagnostics, edit);
}

/** Looks through all fixes: to sort them would cost more than to look once, and this is done at every key. */
function ruleOfOne(diagnostics: readonly Diagnostic[], edit: Edit): string | undefined {
  for (const { rule, fixes, occurrences = [] } of diagnostics) {
    const isFix = ({ edits }: { readonly edits: readonly Edit[] }): boolean => edits.some((one) => isSame(one, edit));
    if (fixes.some(isFix) || occurrences.some(isFix)) return rule;
  }
  return undefined;
}

function rulesOfMany(diagnostics: readonly Diagnostic[]): AcceptedRule {
  const known = diagnostics
    .flatMap(({ rule, fixes, occurrences = [] }) =>
      [...fixes, ...occurrences].flatMap(({ edits }) => edits.map((edit) => ({ ...edit, rule }))),
    )
    .sort((one, other) => one.start - other.start);
  return (edit) => {
    const first = firstIndex(known.length, (at) => (known[at]?.start ?? 0) >= edit.start);
    for (let at = first; known[at]?.start === edit.start; at++) {
      const fix = known[at];
      if (fix && isSame(fix, edit)) return fix.rule;
    }
    const within = known[first];
    return within && within.start <= edit.end ? within.rule : undefined;
  };
}

function isSame(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.newText === other.newText;
}
