import { separateEdits, type Diagnostic } from '../core/diagnostic';
import { applyEdits, chooseEdits, composeEdits, type Edit } from '../core/edit';

/** Rounds of repair after which what still changes is left to a person. */
const ROUNDS = 6;

/**
 * The edits of the fixes that may be applied without asking, on `original`, without overlaps. A repair may make another
 * possible, so each round checks what the one before has left. `check` gives the diagnostics of a text.
 */
export function repairsOf(
  original: string,
  check: (text: string) => readonly Diagnostic[],
  alsoSuggested: boolean,
): readonly Edit[] {
  let text = original;
  let edits: readonly Edit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const step = editsOf(check(text), alsoSuggested);
    if (step.length === 0) break;
    edits = composeEdits(edits, step, original);
    text = applyEdits(text, step);
  }
  return edits;
}

function editsOf(diagnostics: readonly Diagnostic[], alsoSuggested: boolean): Edit[] {
  const wanted = diagnostics.filter(
    ({ fixes: [best] }) => best?.applicability === 'safe' || (alsoSuggested && best?.applicability === 'suggested'),
  );
  return chooseEdits(wanted.flatMap(separateEdits));
}
