import { alignLines } from '../../core/alignLines';
import { once } from '../../core/cache';
import { isSameJson } from '../../core/json';
import type { LineReference, Sidecar, StructureDecision } from '../../source/sidecar/schema';
import { findLine } from './findLine';
import { ALIKE, likenessOf } from './likeness';
import { printedLinesOf, quoteOf, referenceTo, type PrintedLines } from './printedLines';

/**
 * Makes references that fit the text after a change of those that fit the text before it. With both texts at hand, a line is
 * found even if it and all its neighbours have changed. A decision whose line is gone is kept as it is, so that it fits
 * again when the line comes back. The same list where nothing has to be changed.
 */
export function followStructure(
  decisions: readonly StructureDecision[],
  before: string,
  after: string,
): readonly StructureDecision[] {
  if (before === after) return decisions;
  const change = changeOf(printedLinesOf(before), printedLinesOf(after));
  const followed = decisions.map((decision): StructureDecision => {
    const line = followReference(decision.line, change);
    if (decision.kind !== 'continuation') return line === decision.line ? decision : { ...decision, line };
    const to = followReference(decision.to, change);
    return line === decision.line && to === decision.to ? decision : { ...decision, line, to };
  });
  return followed.every((decision, at) => decision === decisions[at]) ? decisions : followed;
}

/** The sidecar with decisions that fit the text after a change; the same one where nothing has to be changed. */
export function followedSidecar(sidecar: Sidecar, before: string, after: string): Sidecar {
  if (!sidecar.structure) return sidecar;
  const structure = followStructure(sidecar.structure, before, after);
  return structure === sidecar.structure ? sidecar : { ...sidecar, structure };
}

/**
 * A sidecar as it was read again, with the references that were made since. `given` is what was read before, `followed` what
 * it has become with edits of the text. A decision that was changed in the file is as the file has it.
 */
export function withFollowedReferences(next: Sidecar, given: Sidecar, followed: Sidecar): Sidecar {
  if (!next.structure || !followed.structure) return next;
  const before = new Map(given.structure?.map((decision) => [decision.id, decision]));
  const now = new Map(followed.structure.map((decision) => [decision.id, decision]));
  const structure = next.structure.map((decision) =>
    isSameJson(before.get(decision.id), decision) ? (now.get(decision.id) ?? decision) : decision,
  );
  return { ...next, structure };
}

/** A sidecar with the references of another one. Decisions that only one of them has stay as they are. */
export function withReferencesOf(sidecar: Sidecar, other: Sidecar): Sidecar {
  const references = new Map(other.structure?.map((decision) => [decision.id, decision]));
  const structure = sidecar.structure?.map((decision): StructureDecision => {
    const made = references.get(decision.id);
    if (!made || made.kind !== decision.kind) return decision;
    const to = made.kind === 'continuation' ? { to: made.to } : {};
    const next = { ...decision, line: made.line, ...to } as StructureDecision;
    return isSameJson(next, decision) ? decision : next;
  });
  const isSame = !structure || structure.every((decision, at) => decision === sidecar.structure?.[at]);
  return isSame ? sidecar : { ...sidecar, structure };
}

/** Two versions of a text. */
interface Change {
  readonly before: PrintedLines;
  readonly after: PrintedLines;
  /** For each line before, the equal line after, or -1. */
  readonly aligned: () => Int32Array;
  /** The lines after that `aligned` names. */
  readonly taken: () => ReadonlySet<number>;
}

function changeOf(before: PrintedLines, after: PrintedLines): Change {
  const aligned = once(() => alignLines(before.hashes, after.hashes));
  return { before, after, aligned, taken: once(() => new Set(aligned())) };
}

function followReference(reference: LineReference, change: Change): LineReference {
  const old = findLine(change.before, reference);
  const line = (old === undefined ? undefined : lineAfter(old, change)) ?? newLine(reference, change);
  if (line === undefined) return reference;
  const next = referenceTo(change.after, line);
  return isSameJson(next, reference) ? reference : next;
}

/** The line that fits a reference and was not there before. */
function newLine(reference: LineReference, { after, taken }: Change): number | undefined {
  const line = findLine(after, reference);
  return line === undefined || taken().has(line) ? undefined : line;
}

/** What a line has become: the equal line where it was, the only equal one elsewhere, or the one that was corrected. */
function lineAfter(line: number, change: Change): number | undefined {
  const { before, after, aligned, taken } = change;
  if ((aligned()[line] ?? -1) >= 0) return aligned()[line];
  const hash = before.hashes[line] ?? 0;
  const gone = before.linesWith(hash).filter((old) => (aligned()[old] ?? -1) < 0);
  const added = after.linesWith(hash).filter((next) => !taken().has(next));
  return gone.length === 1 && added.length === 1 ? added[0] : correctedLine(line, change);
}

/** A stretch of changed lines that is longer is not compared line by line. */
const LONGEST_STRETCH = 500;

/** The line that is alike in the stretch of changed lines. */
function correctedLine(line: number, { before, after, aligned, taken }: Change): number | undefined {
  const lines = aligned();
  const [first, firstAfter] = edgeOf(lines, line, -1, -1);
  const [last, lastAfter] = edgeOf(lines, line, 1, after.spans.length);
  const changed = rangeBetween(first, last).filter((old) => (lines[old] ?? -1) < 0);
  const candidates = rangeBetween(firstAfter, lastAfter).filter((next) => !taken().has(next));
  if (changed.length > LONGEST_STRETCH || candidates.length > LONGEST_STRETCH) return undefined;
  const likeness = (old: number, next: number): number => likenessOf(quoteOf(before, old), quoteOf(after, next));
  const best = mostAlike(candidates, candidates[changed.indexOf(line)], (next) => likeness(line, next));
  if (best === undefined) return undefined;
  return mostAlike(changed, line, (old) => likeness(old, best)) === line ? best : undefined;
}

/** The nearest line in a direction that has an equal one, with that; the end of the text where there is none. */
function edgeOf(aligned: Int32Array, line: number, step: 1 | -1, end: number): readonly [number, number] {
  for (let at = line + step; at >= 0 && at < aligned.length; at += step) {
    const other = aligned[at] ?? -1;
    if (other >= 0) return [at, other];
  }
  return [step < 0 ? -1 : aligned.length, end];
}

function rangeBetween(before: number, after: number): number[] {
  return Array.from({ length: Math.max(0, after - before - 1) }, (_, at) => before + 1 + at);
}

/** The line that is most alike, if it is alike; of several, the one opposite, else the first. */
function mostAlike(
  lines: readonly number[],
  opposite: number | undefined,
  likeness: (line: number) => number,
): number | undefined {
  let best: number | undefined;
  let most = ALIKE;
  for (const line of lines) {
    const found = likeness(line);
    if (found > most || (found === most && (best === undefined || line === opposite))) [best, most] = [line, found];
  }
  return best;
}
