import { separateEdits, type Diagnostic } from '../core/diagnostic';
import { chooseEdits, type Edit } from '../core/edit';
import { enclosingSpan } from '../core/span';

/** The best fix of one finding that a person has to agree to. */
export interface Suggestion {
  readonly rule: string;
  readonly title: string;
  /** Made together or not at all. Nothing else is suggested between the first and the last of them. */
  readonly edits: readonly Edit[];
}

/**
 * The best suggested fix of every finding, in order of the findings and without overlaps; the earlier of two that overlap
 * wins. A finding with many occurrences gives a suggestion for each, so that each can be refused. A fix of several edits,
 * such as a move, is shown as one edit from the first to the last, so it is left out where another fix is between
 * them: it can be made once that one has been.
 */
export function suggestedFixes(diagnostics: readonly Diagnostic[]): Suggestion[] {
  const offered = diagnostics.flatMap((diagnostic) => {
    const { rule, fixes } = diagnostic;
    const best = fixes[0];
    if (best?.applicability !== 'suggested') return [];
    return separateEdits(diagnostic).map((edits) => ({
      suggestion: { rule, title: best.title, edits },
      whole: wholeOf(edits),
    }));
  });
  const severalLast = [...offered].sort((a, b) => Number(isSeveral(a.suggestion)) - Number(isSeveral(b.suggestion)));
  const chosen = new Set(chooseEdits(severalLast.map(({ whole }) => [whole])));
  return offered.flatMap(({ suggestion, whole }) => (chosen.has(whole) ? [suggestion] : []));
}

function isSeveral({ edits }: Suggestion): boolean {
  return edits.length > 1;
}

/** An edit that takes the place of several. */
function wholeOf(edits: readonly Edit[]): Edit {
  return { ...enclosingSpan(edits), newText: '' };
}
