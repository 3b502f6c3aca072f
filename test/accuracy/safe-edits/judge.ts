import type { Analysis } from '../../../server/src/analysis/analysis';
import { separateEdits } from '../../../server/src/core/diagnostic';
import { applyEdits, shiftEdit, type Edit } from '../../../server/src/core/edit';

/** An edit that `fix` makes without asking, with the rule that offers it. */
export interface SafeEdit {
  readonly rule: string;
  readonly edit: Edit;
}

/** What an edit does to a text whose right form is known. */
export type Judgement = 'right' | 'wrong' | 'unneeded';

/** The edits of all repairs that need no asking; those that an earlier repair makes possible are named after it. */
export function safeEditsOf(analysis: Analysis): SafeEdit[] {
  const offered = analysis
    .diagnostics()
    .filter(({ fixes: [best] }) => best?.applicability === 'safe')
    .flatMap((diagnostic) =>
      separateEdits(diagnostic).flatMap((edits) => edits.map((edit) => ({ rule: diagnostic.rule, edit }))),
    )
    .sort((one, other) => one.edit.start - other.edit.start);
  let at = 0;
  return analysis.repairs().map((edit) => {
    while ((offered[at]?.edit.end ?? Infinity) < edit.start) at++;
    const own = offered
      .slice(at, at + MOST_TOGETHER)
      .find((one) => one.edit.start <= edit.end && one.edit.end >= edit.start);
    return { rule: own?.rule ?? LATER, edit };
  });
}

/** The row of edits that no rule offers for the text as it is. */
const LATER = 'later';

/** Edits within one repair that are looked at for its rule. */
const MOST_TOGETHER = 20;

/**
 * Judges an edit by the edits that restore the text: it is right where the text becomes more like the original or is no less
 * so, wrong where less, and unneeded where the text was right.
 */
export function judge(text: string, edit: Edit, restoring: readonly Edit[]): Judgement {
  let { start, end } = edit;
  const near: Edit[] = [];
  for (const one of restoring) {
    if (one.start > end || one.end < start) continue;
    near.push(one);
    start = Math.min(start, one.start);
    end = Math.max(end, one.end);
  }
  if (near.length === 0) return 'unneeded';
  const before = text.slice(start, end);
  const inRegion = (edits: readonly Edit[]): string =>
    applyEdits(
      before,
      edits.map((one) => shiftEdit(one, -start)),
    );
  const original = inRegion(near);
  return distance(inRegion([edit]), original) > distance(before, original) ? 'wrong' : 'right';
}

/** The number of characters to insert, delete or replace. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
