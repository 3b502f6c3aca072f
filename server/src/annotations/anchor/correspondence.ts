import type { Span } from '../../core/span';
import { alignLines } from '../../core/alignLines';
import { layoutOf, lineAt, lineStartsOf, type Layout } from './layout';

/** The part of a new text in which a span of the old text must be, and where in it the span is expected to begin. */
export interface Opposite {
  readonly from: number;
  readonly to: number;
  /** Whether its own lines are there, unchanged. */
  readonly isUnchanged: boolean;
  /** It begins between these two, which are equal where the lines of the span are unchanged. */
  readonly least: number;
  readonly most: number;
}

/** How the lines of a new text correspond to those of an old one. */
export interface Correspondence {
  /** The opposite of a span: its own lines where they are unchanged, else those that have taken their place. */
  oppositeOf(span: Span): Opposite;
  /** Whether a span of the new text is in an unchanged line, so that its words belong to that line of the old text. */
  isUnchanged(span: Span): boolean;
}

/** Compares a new text with the layout of the old one. */
export function correspondenceOf(layout: Layout, text: string): Correspondence {
  const after = layoutOf(text);
  const aligned = alignLines(layout.hashes, after.hashes);
  const oldStarts = lineStartsOf(layout);
  const newStarts = lineStartsOf(after);
  const before = nearestAligned(aligned, 1);
  const behind = nearestAligned(aligned, -1);
  const unchanged = new Uint8Array(after.hashes.length);
  for (const newLine of aligned) if (newLine >= 0) unchanged[newLine] = 1;
  /** The beginning of a line, or its end, in the old text and in the new. */
  const edgeOf = (line: number, side: 0 | 1): readonly [number, number] => [
    oldStarts[line + side] ?? 0,
    newStarts[(aligned[line] ?? 0) + side] ?? 0,
  ];

  const oppositeOf = (span: Span): Opposite => {
    const first = lineAt(oldStarts, span.start);
    const last = lineAt(oldStarts, Math.max(span.start, span.end - 1));
    const upper = before[first] ?? -1;
    const lower = behind[last] ?? -1;
    const [oldFrom, from] = upper < 0 ? [0, 0] : edgeOf(upper, upper === first ? 0 : 1);
    const [oldTo, to] = lower < 0 ? [oldStarts.at(-1) ?? 0, text.length] : edgeOf(lower, lower === last ? 1 : 0);
    const fromAbove = from + span.start - oldFrom;
    const fromBelow = to - (oldTo - span.start);
    const isUnchanged =
      upper === first && lower === last && (aligned[last] ?? 0) - (aligned[first] ?? 0) === last - first;
    return { from, to, isUnchanged, least: Math.min(fromAbove, fromBelow), most: Math.max(fromAbove, fromBelow) };
  };
  return {
    oppositeOf,
    isUnchanged({ start, end }) {
      const line = lineAt(newStarts, start);
      return unchanged[line] === 1 && line === lineAt(newStarts, Math.max(start, end - 1));
    },
  };
}

/** For each line the nearest aligned one, itself or before it (`step` 1) or after it (`step` -1); -1 if there is none. */
function nearestAligned(aligned: Int32Array, step: 1 | -1): Int32Array {
  const nearest = new Int32Array(aligned.length);
  let known = -1;
  for (let done = 0; done < aligned.length; done++) {
    const line = step === 1 ? done : aligned.length - 1 - done;
    if ((aligned[line] ?? -1) >= 0) known = line;
    nearest[line] = known;
  }
  return nearest;
}
