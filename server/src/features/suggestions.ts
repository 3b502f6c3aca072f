import type { Diagnostic } from '../core/diagnostic';
import { chooseEdits, type Edit } from '../core/edit';

/** The best fix of one finding that a person has to agree to. */
export interface Suggestion {
  readonly rule: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * The best suggested fix of every finding, in order and without overlaps; one that would overlap an earlier one is left
 * out whole. A finding with many occurrences gives a suggestion for each, so that each can be refused.
 */
export function suggestions(diagnostics: readonly Diagnostic[]): Suggestion[] {
  const offered = diagnostics.flatMap(({ rule, fixes, occurrences }): Suggestion[] => {
    const best = fixes[0];
    if (best?.applicability !== 'suggested') return [];
    const pieces = occurrences ? best.edits.map((edit) => [edit]) : [best.edits];
    return pieces.map((edits) => ({ rule, title: best.title, edits }));
  });
  const chosen = new Set(chooseEdits(offered.map(({ edits }) => edits)));
  return offered.filter(({ edits }) => edits.every((edit) => chosen.has(edit)));
}
