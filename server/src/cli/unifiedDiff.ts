import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch } from 'diff';
import { applyEdits, type Edit } from '../core/edit';
import { visible } from '../core/visible';

/** Unchanged lines shown around a change, as `diff -u` does. */
const CONTEXT = 3;

/**
 * The edits as a unified diff, empty where there are none. It is made from the edits and not by comparing two texts,
 * which takes long where much has changed.
 */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const changes = changesOf(text, edits);
  if (changes.length === 0) return '';
  const old = splitLines(text);
  const patch: StructuredPatch = {
    // A line end in a name would begin another change.
    oldFileName: visible(path),
    newFileName: visible(path),
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [],
  };
  let growth = 0;
  for (const group of neighbouring(changes)) {
    const from = Math.max(0, (group[0]?.from ?? 0) - CONTEXT);
    const to = Math.min(old.length, (group.at(-1)?.to ?? 0) + CONTEXT);
    const lines: string[] = [];
    let at = from;
    let added = 0;
    for (const change of group) {
      for (const line of old.slice(at, change.from)) lines.push(...shown(' ', line));
      for (const line of old.slice(change.from, change.to)) lines.push(...shown('-', line));
      for (const line of change.lines) lines.push(...shown('+', line));
      added += change.lines.length - (change.to - change.from);
      at = change.to;
    }
    for (const line of old.slice(at, to)) lines.push(...shown(' ', line));
    const newLines = to - from + added;
    patch.hunks.push({ oldStart: from + 1, oldLines: to - from, newStart: from + growth + 1, newLines, lines });
    growth += added;
  }
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

/** Lines `from` (0-based) to `to`, excluded, of the old text and what is in their place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function changesOf(text: string, edits: readonly Edit[]): Change[] {
  const starts = lineStarts(text);
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  let line = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    while ((starts[line + 1] ?? Infinity) <= edit.start) line++;
    const from = line;
    while ((starts[line + 1] ?? Infinity) <= edit.end) line++;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, line + 1);
      last.edits.push(edit);
    } else groups.push({ from, to: line + 1, edits: [edit] });
  }
  return groups.map((group) => {
    const start = starts[group.from] ?? 0;
    const old = text.slice(start, starts[group.to] ?? text.length);
    const moved = group.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return withoutSame(splitLines(old), { from: group.from, to: group.to, lines: splitLines(applyEdits(old, moved)) });
  });
}

/** Leaves out lines at either end that an edit touches but does not change. */
function withoutSame(old: readonly string[], { from, to, lines }: Change): Change {
  const most = Math.min(old.length, lines.length);
  let head = 0;
  while (head < most && old[head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === lines.at(-1 - tail)) tail++;
  return { from: from + head, to: to - tail, lines: lines.slice(head, lines.length - tail) };
}

function* neighbouring(changes: readonly Change[]): Iterable<readonly Change[]> {
  let group: Change[] = [];
  for (const change of changes) {
    const last = group.at(-1);
    if (last && change.from - last.to > 2 * CONTEXT) {
      yield group;
      group = [];
    }
    group.push(change);
  }
  yield group;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Lines with their `\n`; the last one without, where the text does not end in one. */
function splitLines(text: string): string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

function shown(sign: ' ' | '-' | '+', line: string): string[] {
  return line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
}
