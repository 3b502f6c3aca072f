import { enclosingSpan, type Span } from './span';

/** Replaces the text of a span; an empty span inserts, an empty `newText` deletes. */
export interface Edit extends Span {
  readonly newText: string;
}

/** The same edit in a text that begins `by` code units earlier. */
export function shiftEdit({ start, end, newText }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, newText };
}

/**
 * Sorts edits by position and leaves out every edit that would overlap one already taken; the earlier in the list wins.
 */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  return chooseEdits(edits.map((edit) => [edit]));
}

/**
 * The edits of as many fixes as can be applied together, sorted by position. A fix is applied whole or not at all. Fixes
 * of several edits come first, since a single edit within one would tear it apart; else the earlier in the list wins.
 */
export function chooseEdits<Made extends Edit>(fixes: readonly (readonly Made[])[]): Made[] {
  const rivals = rivalsOf(fixes);
  const taken = new Set<number>();
  const consider = (fix: number): void => {
    if (!rivals.get(fix)?.some((rival) => taken.has(rival))) taken.add(fix);
  };
  for (const [fix, edits] of fixes.entries()) if (edits.length > 1) consider(fix);
  for (const [fix, edits] of fixes.entries()) if (edits.length === 1) consider(fix);
  return fixes.flatMap((edits, fix) => (taken.has(fix) ? edits : [])).sort(compareEdits);
}

/** For each fix, by its index, those that cannot be applied together with it. One sweep over all edits in text order. */
function rivalsOf(fixes: readonly (readonly Edit[])[]): ReadonlyMap<number, readonly number[]> {
  const rivals = new Map<number, number[]>();
  const parts = fixes.flatMap((edits, fix) => edits.map((edit) => ({ edit, fix, isPart: edits.length > 1 })));
  parts.sort((a, b) => compareEdits(a.edit, b.edit));
  let reaching: typeof parts = [];
  for (const part of parts) {
    reaching = reaching.filter(({ edit }) => edit.end >= part.edit.start);
    for (const earlier of reaching) {
      const strict = earlier.isPart || part.isPart;
      if (earlier.fix === part.fix || !(strict || collide(earlier.edit, part.edit))) continue;
      addTo(rivals, earlier.fix, part.fix);
      addTo(rivals, part.fix, earlier.fix);
    }
    reaching.push(part);
  }
  return rivals;
}

function addTo(rivals: Map<number, number[]>, fix: number, rival: number): void {
  const known = rivals.get(fix);
  if (known) known.push(rival);
  else rivals.set(fix, [rival]);
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

/** One edit that does what several do that do not overlap. It replaces what is between them by the same text. */
export function mergedEdit(text: string, edits: readonly Edit[]): Edit {
  const { start, end } = enclosingSpan(edits);
  const within = edits.map((edit) => shiftEdit(edit, -start));
  return { start, end, newText: applyEdits(text.slice(start, end), within) };
}

/**
 * The edits of a first step and of a second step (whose offsets are those of the text after the first) as one list of
 * edits on the original text that do not overlap. Neighbours that touch become one edit.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[], original: string): Edit[] {
  const between = applyEdits(original, first);
  const composed: Edit[] = [];
  let delta = 0; // Offset in the text between the steps = offset in the original + delta, outside the first edits.
  for (const cluster of clustersOf(first, second)) {
    const start = cluster.start - delta;
    delta += cluster.growth;
    const end = cluster.end - delta;
    const within = cluster.later.map((edit) => shiftEdit(edit, -cluster.start));
    const newText = applyEdits(between.slice(cluster.start, cluster.end), within);
    if (original.slice(start, end) !== newText) composed.push({ start, end, newText });
  }
  return composed;
}

/** Edits of two steps that touch one another, with the span of them all in the text between the steps. */
interface Cluster {
  readonly start: number;
  end: number;
  /** By how many code units the first step's edits in it lengthened the text. */
  growth: number;
  readonly later: Edit[];
}

function clustersOf(first: readonly Edit[], second: readonly Edit[]): Cluster[] {
  let delta = 0;
  const written = [...first].sort(compareEdits).map((edit): Cluster => {
    const start = edit.start + delta;
    delta += growth(edit);
    return { start, end: edit.end + delta, growth: growth(edit), later: [] };
  });
  const later = second.map((edit): Cluster => ({ start: edit.start, end: edit.end, growth: 0, later: [edit] }));
  const clusters: Cluster[] = [];
  for (const next of [...written, ...later].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = clusters.at(-1);
    if (last && next.start <= last.end) {
      last.end = Math.max(last.end, next.end);
      last.growth += next.growth;
      last.later.push(...next.later);
    } else clusters.push(next);
  }
  return clusters;
}

function growth(edit: Edit): number {
  return edit.newText.length - (edit.end - edit.start);
}

function compareEdits(first: Edit, second: Edit): number {
  return first.start - second.start || first.end - second.end;
}

/** Two edits, the first no later than the second, collide where they overlap or where both insert at one place. */
function collide(first: Edit, second: Edit): boolean {
  return second.start < first.end || (second.start === first.start && second.end === first.end);
}
