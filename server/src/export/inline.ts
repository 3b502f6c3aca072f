import { firstIndex } from '../core/search';
import { compareSpans, type Span } from '../core/span';

/** What is written around a span of a text. An empty span has only what it opens with. */
export interface Mark extends Span {
  readonly open: string;
  readonly close: string;
  /** Whether it is written even where it crosses another. */
  readonly prevails?: boolean;
}

/**
 * A text with marks around its spans. Marks nest: of two that cross, the one that prevails is written, else the earlier.
 * `escape` is applied to what is between the marks.
 */
export function withMarks(text: string, marks: readonly Mark[], escape: (text: string) => string): string {
  let written = '';
  let at = 0;
  const open: Mark[] = [];
  const writeUntil = (offset: number): void => {
    written += escape(text.slice(at, offset));
    at = offset;
  };
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      writeUntil(last.end);
      written += last.close;
      open.pop();
    }
  };
  for (const mark of nested(marks)) {
    closeUntil(mark.start);
    writeUntil(mark.start);
    written += mark.open;
    if (mark.start === mark.end) written += mark.close;
    else open.push(mark);
  }
  closeUntil(text.length);
  writeUntil(text.length);
  return written;
}

/** The marks that nest, in the order in which they open. */
function nested(marks: readonly Mark[]): readonly Mark[] {
  const sorted = [...marks].sort(compareSpans);
  const prevailing = sorted.filter(({ prevails }) => prevails);
  return withoutCrossing(sorted.filter((mark) => mark.prevails === true || !crossesAny(prevailing, mark)));
}

function withoutCrossing(sorted: readonly Mark[]): readonly Mark[] {
  const open: Mark[] = [];
  return sorted.filter((mark) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mark.start) open.pop();
    const around = open.at(-1);
    if (around && mark.end > around.end) return false;
    if (mark.start < mark.end) open.push(mark);
    return true;
  });
}

/** Whether a mark crosses one of a list that is sorted and without overlaps. */
function crossesAny(sorted: readonly Mark[], { start, end }: Span): boolean {
  return [start, end].some((offset) => {
    const other = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.end ?? 0) > offset)];
    return other !== undefined && other.start < offset && (start < other.start || end > other.end);
  });
}
