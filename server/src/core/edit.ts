import { compareSpans, type Span } from './span';

/** Replaces the text of a span; an empty span inserts, an empty `newText` deletes. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Orders edits by place and leaves out every edit that would touch one already taken; the earlier in the list wins. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const wanted = edits.map((edit, rank) => ({ edit, rank }));
  wanted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.rank - b.rank);
  const taken: { edit: Edit; rank: number }[] = [];
  for (const candidate of wanted) {
    const last = taken.at(-1);
    if (!last || !collide(last.edit, candidate.edit)) taken.push(candidate);
    else if (candidate.rank < last.rank) taken[taken.length - 1] = candidate;
  }
  return taken.map(({ edit }) => edit);
}

/**
 * The edits of as many fixes as can be applied together. A fix is applied whole or not at all; the earlier in the list
 * wins.
 */
export function chooseEdits(fixes: readonly (readonly Edit[])[]): Edit[] {
  const whole: Edit[] = [];
  for (const edits of fixes)
    if (edits.length > 1 && !edits.some((edit) => whole.some((taken) => touch(edit, taken)))) whole.push(...edits);
  const single = fixes.flatMap((edits) => (edits.length === 1 ? edits : []));
  return withoutOverlaps([...whole, ...single.filter((edit) => !whole.some((taken) => touch(edit, taken)))]);
}

/** Applies edits that do not overlap (see `withoutOverlaps`), in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(compareEdits)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * The edits of a first step and of a second step (whose offsets are those of the text after the first) as one list of
 * edits on the original text that do not overlap. Neighbours that touch become one edit.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[], original: string): Edit[] {
  const composed: Edit[] = [];
  const earlier = [...first].sort(compareEdits);
  let next = 0;
  let delta = 0; // Offset in the text between the steps = offset in the original + delta, outside the first edits.
  for (const edit of [...second].sort(compareEdits)) {
    while (next < earlier.length && endAfter(earlier[next], delta) < edit.start) {
      const passed = earlier[next++] as Edit;
      composed.push(passed);
      delta += growth(passed);
    }
    let start = edit.start - delta;
    let prefix = '';
    let end = edit.end - delta;
    let suffix = '';
    let touched = false;
    while (next < earlier.length && (earlier[next] as Edit).start + delta <= edit.end) {
      const inner = earlier[next++] as Edit;
      const from = inner.start + delta;
      const to = from + inner.newText.length;
      if (!touched && from < edit.start) {
        start = inner.start;
        prefix = inner.newText.slice(0, edit.start - from);
      } else if (!touched) start = Math.min(start, inner.start);
      touched = true;
      suffix = to > edit.end ? inner.newText.slice(edit.end - from) : '';
      delta += growth(inner);
      end = Math.max(inner.end, edit.end - delta);
    }
    composed.push({ start, end, newText: prefix + edit.newText + suffix });
  }
  composed.push(...earlier.slice(next));
  return merged(composed, original);
}

function endAfter(edit: Edit | undefined, delta: number): number {
  return edit ? edit.start + delta + edit.newText.length : Infinity;
}

function growth(edit: Edit): number {
  return edit.newText.length - (edit.end - edit.start);
}

function merged(edits: readonly Edit[], original: string): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && edit.start <= last.end)
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      };
    else result.push(edit);
  }
  return result.filter((edit) => original.slice(edit.start, edit.end) !== edit.newText);
}

function compareEdits(first: Edit, second: Edit): number {
  return first.start - second.start || first.end - second.end || compareSpans(first, second);
}

function touch(first: Edit, second: Edit): boolean {
  return first.start <= second.end && second.start <= first.end;
}

/** Two edits collide where their order would matter: they overlap, or both insert at one place. */
function collide(first: Edit, second: Edit): boolean {
  return second.start < first.end || (second.start === first.start && second.end === first.end);
}
