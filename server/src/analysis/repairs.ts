import type { RuleEdit } from '../annotations/repairedSidecar';
import { separateEdits, type Diagnostic } from '../core/diagnostic';
import { applyEdits, chooseEdits, composeEdits, type Edit } from '../core/edit';
import type { Step } from '../core/steps';
import type { RepairOptions } from './analysis';

/** Rounds of repair that any text gets. What still changes after the last is left to a person. */
const FEWEST_ROUNDS = 6;

/** Code units that are checked in all: a paragraph that is split many times may be joined at one split per round. */
const MOST_CHECKED = 200_000;

/**
 * The edits of the fixes that may be applied without asking, on `original`, without overlaps. A repair may make another
 * possible, so each round checks what the one before has left. `check` gives the diagnostics of a text. Works in steps.
 */
export function* repairsOf(
  original: string,
  check: (text: string) => Generator<unknown, readonly Diagnostic[]>,
  { alsoSuggested, onRound }: Pick<RepairOptions, 'alsoSuggested' | 'onRound'>,
): Generator<Step, readonly Edit[]> {
  let text = original;
  let edits: readonly Edit[] = [];
  let checked = 0;
  for (let round = 0; round < FEWEST_ROUNDS || checked < MOST_CHECKED; round++) {
    checked += text.length;
    const checking = check(text);
    let found = checking.next();
    for (; !found.done; found = checking.next()) yield found.value instanceof Promise ? found.value : undefined;
    const step = editsOf(found.value, alsoSuggested);
    if (step.length === 0) break;
    onRound?.(step);
    yield;
    edits = composeEdits(edits, step, original);
    yield;
    text = applyEdits(text, step);
  }
  return edits;
}

function editsOf(diagnostics: readonly Diagnostic[], alsoSuggested = false): RuleEdit[] {
  const wanted = diagnostics.filter(
    ({ fixes: [best] }) => best?.applicability === 'safe' || (alsoSuggested && best?.applicability === 'suggested'),
  );
  return chooseEdits(
    wanted.flatMap((diagnostic) =>
      separateEdits(diagnostic).map((edits) => edits.map((edit) => ({ ...edit, rule: diagnostic.rule }))),
    ),
  );
}
