import type { Diagnostic } from '../core/diagnostic';
import { withoutOverlaps, type Edit } from '../core/edit';

/** The best fix of one finding that a person has to agree to. */
export interface Suggestion {
  readonly rule: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The best suggested fix of every finding, without overlaps, in order. */
export function suggestions(diagnostics: readonly Diagnostic[]): Suggestion[] {
  const offered = diagnostics.flatMap(({ rule, fixes }) => {
    const best = fixes[0];
    return best?.applicability === 'suggested' ? [{ rule, title: best.title, edits: best.edits }] : [];
  });
  const kept = new Set(withoutOverlaps(offered.flatMap(({ edits }) => edits)));
  return offered.filter(({ edits }) => edits.every((edit) => kept.has(edit)));
}
