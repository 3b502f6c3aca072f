import type { Edit } from '../core/edit';
import { shiftSpan } from '../core/span';
import { resultOfSteps } from '../core/steps';
import type { Target } from '../source/sidecar/schema';
import { anchorInSteps } from './anchor/anchor';
import { layoutOf } from './anchor/layout';
import { targetOf, type Anchor, type AnchorState } from './model';

/** Where some annotations are in a text, as columns of one row each, so that an edit moves ten thousand in no time. */
export interface SpanTable {
  readonly ids: readonly string[];
  /** UTF-16 code units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly states: readonly AnchorState[];
}

/**
 * Moves spans with an edit of their text. What is typed at either edge of a span stays outside it; a replacement within
 * the span, or of exactly the span, stays inside, because that is how a repair arrives. A span that is deleted becomes
 * empty and keeps its place. A span that is replaced together with what surrounds it, as when a file is read again from
 * the disk, is anchored again in what replaces it. `before` is the text that the edit changes.
 */
export function moveSpans(table: SpanTable, edit: Edit, before: string): SpanTable {
  const starts = Int32Array.from(table.starts);
  const ends = Int32Array.from(table.ends);
  const states = [...table.states];
  const lost: number[] = [];
  const trimmed = trimmedEdit(edit, before);
  const growth = edit.newText.length - (edit.end - edit.start);
  for (let row = 0; row < starts.length; row++) {
    const start = starts[row] ?? 0;
    const end = ends[row] ?? 0;
    if (end < edit.start) continue;
    if (start > edit.end) {
      starts[row] = start + growth;
      ends[row] = end + growth;
      continue;
    }
    if (start < end && isTornOut(start, end, trimmed)) lost.push(row);
    else if (start < end) states[row] = stateAfter(start, end, trimmed, before) ?? states[row] ?? 'anchored';
    const isInside = edit.start < edit.end && start <= edit.start && edit.end <= end;
    const [newStart, newEnd] = isInside ? [start, end + growth] : moved(start, end, trimmed);
    starts[row] = newStart;
    ends[row] = newEnd;
  }
  const targets = lost.map((row) => targetOf(before, { start: table.starts[row] ?? 0, end: table.ends[row] ?? 0 }));
  anchoredIn(trimmed, before, targets).forEach(({ start, end, state }, at) => {
    const row = lost[at] ?? 0;
    starts[row] = start;
    ends[row] = end;
    // Where only the surroundings are left, the words were deleted with the edit.
    states[row] = state === 'moved' ? 'anchored' : state === 'changed' && start === end ? 'deleted' : state;
  });
  return { ids: table.ids, starts, ends, states };
}

/** Anchors what an edit replaces in what it replaces it by, as whole lines: at their edges, too, words have surroundings. */
function anchoredIn(edit: Edit, before: string, targets: readonly Target[]): readonly Anchor[] {
  if (targets.length === 0) return [];
  const { start, end, newText } = wholeLinesOf(edit, before);
  const within = targets.map((target) => ({ ...target, ...shiftSpan(target, -start) }));
  const anchors = resultOfSteps(anchorInSteps(layoutOf(before.slice(start, end)), newText, within));
  return anchors.map((anchor) => ({ ...anchor, ...shiftSpan(anchor, start) }));
}

/** The edit as one of all the lines that it touches. */
function wholeLinesOf({ start, end, newText }: Edit, before: string): Edit {
  const from = before.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = before.indexOf('\n', end);
  const to = lineEnd < 0 ? before.length : lineEnd + 1;
  return { start: from, end: to, newText: before.slice(from, start) + newText + before.slice(end, to) };
}

/** The edit without what it replaces by itself at its beginning and end. It cuts no surrogate pair that it did not cut. */
export function trimmedEdit({ start, end, newText }: Edit, before: string): Edit {
  const most = Math.min(end - start, newText.length);
  let left = 0;
  while (left < most && before.charCodeAt(start + left) === newText.charCodeAt(left)) left++;
  if (left > 0 && isHighSurrogate(newText.charCodeAt(left - 1))) left--;
  let right = 0;
  while (right < most - left && before.charCodeAt(end - right - 1) === newText.charCodeAt(newText.length - right - 1))
    right++;
  if (right > 0 && isLowSurrogate(newText.charCodeAt(newText.length - right))) right--;
  return { start: start + left, end: end - right, newText: newText.slice(left, newText.length - right) };
}

/** Where an edit that is not wholly inside a span leaves the span. */
function moved(start: number, end: number, edit: Edit): readonly [number, number] {
  const growth = edit.newText.length - (edit.end - edit.start);
  const editEnd = edit.start + edit.newText.length;
  if (edit.start >= end) return [start, end];
  if (edit.end <= start) return [start + growth, end + growth];
  if (start <= edit.start && edit.end <= end) return [start, end + growth];
  if (edit.start <= start && end <= edit.end) return [edit.start, editEnd];
  if (edit.start < start) return [editEnd, end + growth];
  return [start, edit.start];
}

/** Whether an edit replaces a span and more. */
function isTornOut(start: number, end: number, edit: Edit): boolean {
  const isCovered = edit.start <= start && end <= edit.end;
  return isCovered && edit.newText !== '' && (edit.start < start || end < edit.end);
}

/** The new state of a span that an edit touches; undefined where it keeps its own. */
function stateAfter(start: number, end: number, edit: Edit, before: string): AnchorState | undefined {
  if (edit.start > start || end > edit.end) return undefined;
  if (edit.newText === '') return 'deleted';
  const old = before.slice(start, end);
  return Array.from(edit.newText).some((character) => old.includes(character)) ? undefined : 'changed';
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
